/** LossSwitches: each step's loss on or off: what no longer carries an error fades on the stage. */
import { type KeyboardEvent, memo } from 'react'
import { range } from '../engine/unfold'
import { setLosses } from '../store/actions/edit'
import { hasOneTarget, silencedTargets } from '../store/document'
import { useDictionary, useField, useUnfold } from './useUnfold'

/** Longer sequences have only the two choices for all steps at once. */
const mostSwitches = 256

/** One tab stop for all of them; arrows lead from one to the next. */
const walk = (event: KeyboardEvent) => {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (!by) return
  event.preventDefault()
  const { nextElementSibling, previousElementSibling } = event.target as Element
  ;((by > 0 ? nextElementSibling : previousElementSibling) as HTMLElement | null)?.focus()
}

export const LossSwitches = memo(() => {
  const unfold = useUnfold()
  const { losses } = useDictionary()
  const document = useField('document')
  const { targets, inputs } = document.network.sequence
  if (hasOneTarget(document.network)) return null
  const silenced = silencedTargets(document)
  const isOn = (t: number) => targets[t - 1] !== null
  const steps = range(1, inputs.length).filter((t) => isOn(t) || silenced.has(t))
  if (steps.length < 2) return null
  const last = steps.at(-1)
  const toggle = (t: number) => setLosses(unfold, (step) => (step === t ? !isOn(t) : isOn(step)))
  return (
    <fieldset className="loss-switches" aria-label={losses.label} title={losses.hint}>
      <legend>{losses.label}</legend>
      {steps.length <= mostSwitches && (
        <div className="switches" onKeyDown={walk} role="presentation">
          {steps.map((t, i) => (
            <button
              key={t}
              type="button"
              className="switch"
              tabIndex={i === 0 ? 0 : -1}
              aria-pressed={isOn(t)}
              onClick={() => toggle(t)}
            >
              {losses.one(t)}
            </button>
          ))}
        </div>
      )}
      <button
        type="button"
        className="quiet"
        disabled={silenced.size === 0}
        onClick={() => setLosses(unfold, () => true)}
      >
        {losses.all}
      </button>
      <button
        type="button"
        className="quiet"
        disabled={steps.every((t) => isOn(t) === (t === last))}
        onClick={() => setLosses(unfold, (t) => t === last)}
      >
        {losses.last}
      </button>
      {silenced.size > 0 && <p role="status">{losses.off(silenced.size)}</p>}
    </fieldset>
  )
})
