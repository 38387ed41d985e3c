/** SampleControls: seed and policy of sampling, and what the step under the playhead has drawn. */
import { type SampleStep, policyKinds } from '../../engine/model/sample'
import { toDigits } from '../../notation/numbers'
import { DraftField } from '../DraftField'
import { useModel, useModelFacts, useModelStore, useModelWords } from './useModel'
import { Prose } from '../Prose'

export const seedRange = { min: 0, max: 999_999 } as const

const isSeed = (seed: number) =>
  Number.isInteger(seed) && seed >= seedRange.min && seed <= seedRange.max

export const SampleControls = () => {
  const words = useModelWords().sample
  const store = useModelStore()
  const { seed, policy, temperature } = useModel((state) => state)
  const setSeed = (next: number) => {
    if (isSeed(next)) store.setState({ seed: next })
    return isSeed(next)
  }
  return (
    <>
      <div className="model-controls">
        <fieldset className="choices" role="radiogroup" aria-label={words.policy}>
          {policyKinds.map((kind) => (
            <label key={kind}>
              <input
                type="radio"
                name="policy"
                checked={policy === kind}
                onChange={() => store.setState({ policy: kind })}
              />
              <span>{words.policies[kind]}</span>
            </label>
          ))}
        </fieldset>
        {policy === 'temperature' && (
          <label className="slider">
            {words.temperature}
            <input
              type="range"
              min={0.1}
              max={3}
              step={0.1}
              value={temperature}
              onChange={({ target }) => store.setState({ temperature: Number(target.value) })}
            />
            <output>{temperature.toFixed(1)}</output>
          </label>
        )}
        <div className="group">
          <DraftField
            label={words.seed}
            value={String(seed)}
            onApply={(text) => text !== '' && setSeed(Number(text))}
            hint={words.seedHint}
            placeholder=""
            type="number"
            range={seedRange}
          >
            {words.seed}
          </DraftField>
        </div>
        <button
          type="button"
          className="outlined"
          onClick={() => setSeed((seed + 1) % seedRange.max)}
        >
          {words.next}
        </button>
      </div>
      <p className={policy === 'ancestral' ? 'model-note' : 'model-note warning'}>
        <Prose>{words.notes[policy]}</Prose>
      </p>
    </>
  )
}

/** The sentence of the last step that is done. */
export const SampleSentence = ({
  steps,
  done,
}: {
  readonly steps: readonly SampleStep[]
  readonly done: number
}) => {
  const words = useModelWords().sample
  const { symbols } = useModelFacts()
  const step = steps[Math.min(done, steps.length) - 1]
  if (!step) return <p className="model-result">{words.waiting}</p>
  const { t, draw, y } = step
  const symbol = symbols[y]!
  return (
    <p className="model-result" aria-live="polite">
      {draw === null ? words.greedyStep(t, symbol) : words.step(t, toDigits(draw, 4), symbol)}
      {t < steps.length && words.read(t + 1)}
    </p>
  )
}
