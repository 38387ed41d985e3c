/** Transport: to start, back, play, forward, to end; speed; how big a step is; the sentence of this step. */
import { memo, useEffect, useRef } from 'react'
import { grains, type Grain } from '../engine/schedule'
import { type CommandId, commandOf, toChordText } from '../store/commands'
import { setGrain, setSpeed } from '../store/actions/view'
import { speeds } from '../store/store'
import { currentSentence } from '../store/unfold'
import { Icon, type IconName } from './icons'
import { Prose } from './Prose'
import { phone, useMedia } from './useMedia'
import {
  useDictionary,
  useField,
  useFinished,
  useIsPlaying,
  useNetwork,
  useUnfold,
} from './useUnfold'

interface Props {
  readonly isSheetOpen: boolean
  readonly onSheet: (isOpen: boolean) => void
}

export const Transport = ({ isSheetOpen, onSheet }: Props) => {
  const { transport, inspector } = useDictionary()
  // There they wait among the settings: one row is within the thumb's reach.
  const isPhone = useMedia(phone)
  return (
    <section className="transport" aria-label={transport.label}>
      <Buttons />
      {!isPhone && (
        <>
          <Speed />
          <StepSize />
        </>
      )}
      <button
        type="button"
        className="sheet-toggle"
        aria-expanded={isSheetOpen}
        onClick={() => onSheet(!isSheetOpen)}
      >
        {inspector.label}
      </button>
      <Sentence />
    </section>
  )
}

const Buttons = () => {
  const unfold = useUnfold()
  const { transport } = useDictionary()
  const isPlaying = useIsPlaying()
  useFinished()
  useField('document')
  useField('grain')
  const play = isPlaying ? 'pause' : 'play'
  const button = (command: CommandId, icon: IconName, label: string) => {
    const isOn = commandOf(command).isEnabled(unfold)
    return <Button {...{ command, icon, label, isOn }} />
  }
  return (
    <div className="buttons">
      {button('toStart', 'toStart', transport.toStart)}
      {button('stepBack', 'stepBack', transport.stepBack)}
      {button('playPause', play, transport[play])}
      {button('stepForward', 'stepForward', transport.stepForward)}
      {button('toEnd', 'toEnd', transport.toEnd)}
    </div>
  )
}

interface ButtonProps {
  readonly command: CommandId
  readonly icon: IconName
  readonly label: string
  readonly isOn: boolean
}

/** Most steps change none of them. */
const Button = memo(({ command, icon, label, isOn }: ButtonProps) => {
  const unfold = useUnfold()
  const { withKeys } = useDictionary()
  const { chords, perform } = commandOf(command)
  return (
    <button
      type="button"
      className={`round ${command}`}
      aria-label={label}
      title={withKeys(label, toChordText(chords[0]!))}
      // Stays in the tab order: the focus is not lost at either end.
      aria-disabled={!isOn}
      onClick={() => isOn && perform(unfold)}
    >
      <Icon name={icon} />
    </button>
  )
})
Button.displayName = 'Button'

export const Speed = () => {
  const unfold = useUnfold()
  const { transport } = useDictionary()
  const speed = useField('speed')
  return (
    <select
      className="speed"
      aria-label={transport.speed}
      value={speed}
      onChange={({ target }) => setSpeed(unfold, Number(target.value))}
    >
      {speeds.map((value) => (
        <option key={value} value={value}>
          {value}×
        </option>
      ))}
    </select>
  )
}

export const StepSize = () => {
  const unfold = useUnfold()
  const { transport } = useDictionary()
  const grain = useField('grain')
  const choose = (value: Grain) => () => setGrain(unfold, value)
  return (
    <fieldset className="choices" role="radiogroup" aria-label={transport.stepSize}>
      {grains.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name="grain"
            value={value}
            checked={value === grain}
            onChange={choose(value)}
          />
          <span>{transport.grains[value]}</span>
        </label>
      ))}
    </fieldset>
  )
}

const Sentence = () => {
  const unfold = useUnfold()
  const { transport } = useDictionary()
  const finished = useFinished()
  const grain = useField('grain')
  const network = useNetwork()
  const isPlaying = useIsPlaying()
  const steps = unfold.derived.planOf(network).schedule.steps[grain]
  const line = useRef<HTMLParagraphElement>(null)
  // What is said is of the step that is done: it stands back while the next one moves slowly.
  useEffect(
    () =>
      unfold.clock.store.subscribe(({ playhead }) =>
        line.current!.toggleAttribute(
          'data-past',
          playhead % 1 > 0 && unfold.store.getState().speed < 1,
        ),
      ),
    [unfold],
  )
  return (
    // One message for each step that the user makes; silent while it plays.
    <p ref={line} className="sentence" aria-live={isPlaying ? 'off' : 'polite'}>
      <span className="count">{transport.progress(finished, steps.length)}</span>
      <span className="words">
        <Prose>{currentSentence(unfold)}</Prose>
      </span>
    </p>
  )
}
