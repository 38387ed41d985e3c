/** RunningBar: whether the network runs as it is trained or on its own, everywhere; it changes what is shown, not the network. */
import { type OwnChoice, type Running, isGivenAsTrained, ownChoices } from '../../engine/running'
import { drawSeeds, setDrawSeed, setRunning } from '../../store/actions/running'
import { DraftField } from '../DraftField'
import { Icon } from '../icons'
import { useUnfold, useValue } from '../useUnfold'
import { useRunningWords } from './useRunning'
import './running.css'

export interface RunningProps {
  /** Only whether it is shown in another way than it is set. */
  readonly isBrief: boolean
}

export const RunningBar = ({ isBrief }: RunningProps) => {
  const unfold = useUnfold()
  const { bar } = useRunningWords()
  const { choice, seed, ...running } = useValue((state) => state.running)
  const scene = useValue((state) => state.scene)
  const network = useValue(({ document }) => document.network)
  // As it is given is as it is trained, where the teacher is what is set.
  const isTaught = isGivenAsTrained(network)
  const ways: readonly Running['way'][] = isTaught
    ? ['trained', 'alone']
    : ['given', 'trained', 'alone']
  const way = isTaught && running.way === 'given' ? 'trained' : running.way
  const isOther = way !== (isTaught ? 'trained' : 'given')
  // What is set stands beside it.
  const wordsOf = (of: Running['way']) => (of === 'given' ? bar.asSet : bar.ways[of])
  const note = isOther && <span className="running-note">{bar.shown}</span>
  if (isBrief)
    return (
      isOther && (
        <p className="running-bar brief">
          <strong>{wordsOf(way)}</strong> {note}
        </p>
      )
    )
  return (
    <div className="running-bar">
      <span className="label">{bar.lead}</span>
      <fieldset className="choices" role="radiogroup" aria-label={bar.label}>
        {ways.map((each) => (
          <label key={each} title={bar.hints[each]}>
            <input
              type="radio"
              name="running"
              checked={way === each}
              onChange={() => setRunning(unfold, { way: each })}
            />
            <span>{wordsOf(each)}</span>
          </label>
        ))}
      </fieldset>
      {(way === 'alone' || scene === 'running') && (
        <>
          <label className="field">
            <span className="label choice-lead">{bar.choiceLead}</span>
            <select
              aria-label={bar.choice}
              value={choice}
              onChange={({ target }) => setRunning(unfold, { choice: target.value as OwnChoice })}
            >
              {ownChoices.map((each) => (
                <option key={each} value={each}>
                  {bar.choices[each]}
                </option>
              ))}
            </select>
          </label>
          {choice === 'sample' && <Seed seed={seed} />}
        </>
      )}
      {note}
    </div>
  )
}

const Seed = ({ seed }: Pick<Running, 'seed'>) => {
  const unfold = useUnfold()
  const { bar } = useRunningWords()
  return (
    <div className="group">
      <DraftField
        label={bar.seed}
        value={String(seed)}
        onApply={(text) => text !== '' && setDrawSeed(unfold, Number(text))}
        hint={bar.seedHint}
        placeholder=""
        type="number"
        range={drawSeeds}
      >
        {bar.seedLead}
      </DraftField>
      <button
        type="button"
        className="plain"
        aria-label={bar.again}
        title={bar.again}
        onClick={() => setDrawSeed(unfold, (seed + 1) % (drawSeeds.max + 1))}
      >
        <Icon name="dice" />
      </button>
    </div>
  )
}
