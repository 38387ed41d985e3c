/** Transport: to start, back, play, forward, to end; speed; how big a step is; the sentence of this step. */
import { grains, type Grain } from '../engine/schedule'
import { type CommandId, commandOf, toChordText } from '../store/commands'
import { setGrain, setSpeed } from '../store/actions/view'
import { speeds } from '../store/store'
import { currentSentence } from '../store/unfold'
import { Icon, type IconName } from './icons'
import { phone, useMedia } from './useMedia'
import { useDictionary, useFinished, useIsPlaying, useUnfold, useValue } from './useUnfold'

interface Props {
  readonly isSheetOpen: boolean
  readonly onSheet: (isOpen: boolean) => void
}

export const Transport = ({ isSheetOpen, onSheet }: Props) => {
  const { transport, inspector } = useDictionary()
  const isPlaying = useIsPlaying()
  // There they wait among the settings: one row is within the thumb's reach.
  const isPhone = useMedia(phone)
  return (
    <section className="transport" aria-label={transport.label}>
      <div className="buttons">
        <Button command="toStart" icon="toStart" label={transport.toStart} />
        <Button command="stepBack" icon="stepBack" label={transport.stepBack} />
        <Button
          command="playPause"
          icon={isPlaying ? 'pause' : 'play'}
          label={isPlaying ? transport.pause : transport.play}
        />
        <Button command="stepForward" icon="stepForward" label={transport.stepForward} />
        <Button command="toEnd" icon="toEnd" label={transport.toEnd} />
      </div>
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

interface ButtonProps {
  readonly command: CommandId
  readonly icon: IconName
  readonly label: string
}

const Button = ({ command, icon, label }: ButtonProps) => {
  const unfold = useUnfold()
  const { withKeys } = useDictionary()
  useFinished()
  useValue(({ document }) => document)
  useValue(({ grain }) => grain)
  const { chords, isEnabled, perform } = commandOf(command)
  const isOn = isEnabled(unfold)
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
}

export const Speed = () => {
  const unfold = useUnfold()
  const { transport } = useDictionary()
  const speed = useValue((state) => state.speed)
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
  const grain = useValue((state) => state.grain)
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
  const grain = useValue((state) => state.grain)
  const network = useValue(({ document }) => document.network)
  const isPlaying = useIsPlaying()
  const steps = unfold.derived.planOf(network).schedule.steps[grain]
  return (
    // One message for each step that the user makes; silent while it plays.
    <p className="sentence" aria-live={isPlaying ? 'off' : 'polite'}>
      <span className="count">{transport.progress(finished, steps.length)}</span>
      <span className="words">{currentSentence(unfold)}</span>
    </p>
  )
}
