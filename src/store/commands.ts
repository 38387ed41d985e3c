/** Commands: one record each; buttons, shortcuts and the list of keys all read this table. */
import { redo, undo } from './actions/edit'
import { stepOut } from './actions/explain'
import { stepTime } from './actions/view'
import type { KeyWords } from '../i18n/keys'
import { type Unfold, endOf } from './unfold'

export type CommandId = keyof KeyWords['commands']

/** A key by its name, with what must be held. */
export interface Chord {
  readonly key: string
  readonly shift?: boolean
  /** Control, or the command key of a Mac. */
  readonly control?: boolean
}

/** Where a chord works: on the graph, the timeline and the buttons under it; wherever no control takes the key; wherever no input does; or wherever one does not type. */
export type Place = 'stage' | 'free' | 'notText' | 'notTyped'

export interface Command {
  readonly id: CommandId
  readonly chords: readonly (Chord & { readonly place: Place })[]
  readonly isEnabled: (unfold: Unfold) => boolean
  readonly perform: (unfold: Unfold) => void
  /** Other than true where the command works on something that is open. */
  readonly needsDialog: boolean
}

const finished = ({ clock }: Unfold) => Math.ceil(clock.store.getState().playhead)
const hasPast = (unfold: Unfold) => finished(unfold) > 0
const hasFuture = (unfold: Unfold) => finished(unfold) < endOf(unfold)

const command = (
  id: CommandId,
  chords: Command['chords'],
  isEnabled: Command['isEnabled'],
  perform: Command['perform'],
): Command => ({ id, chords, isEnabled, perform, needsDialog: id === 'keys' })

export const commands: readonly Command[] = [
  command(
    'stepForward',
    [
      { key: 'ArrowRight', place: 'stage' },
      { key: 'PageDown', place: 'notText' },
    ],
    hasFuture,
    ({ clock }) => clock.stepForward(),
  ),
  command(
    'stepBack',
    [
      { key: 'ArrowLeft', place: 'stage' },
      { key: 'PageUp', place: 'notText' },
    ],
    hasPast,
    ({ clock }) => clock.stepBack(),
  ),
  command(
    'timeStepForward',
    [{ key: 'ArrowRight', shift: true, place: 'stage' }],
    hasFuture,
    (unfold) => stepTime(unfold, 1),
  ),
  command('timeStepBack', [{ key: 'ArrowLeft', shift: true, place: 'stage' }], hasPast, (unfold) =>
    stepTime(unfold, -1),
  ),
  command('toStart', [{ key: 'Home', place: 'stage' }], hasPast, ({ clock }) => clock.jump(0)),
  command('toEnd', [{ key: 'End', place: 'stage' }], hasFuture, (unfold) =>
    unfold.clock.jump(endOf(unfold)),
  ),
  command(
    'playPause',
    [{ key: ' ', place: 'free' }],
    () => true,
    ({ clock }) => (clock.store.getState().isPlaying ? clock.pause() : clock.play()),
  ),
  command(
    'undo',
    [{ key: 'z', control: true, place: 'notTyped' }],
    ({ store }) => store.temporal.getState().pastStates.length > 0,
    undo,
  ),
  command(
    'redo',
    [{ key: 'z', control: true, shift: true, place: 'notTyped' }],
    ({ store }) => store.temporal.getState().futureStates.length > 0,
    redo,
  ),
  command(
    'release',
    [{ key: 'Escape', place: 'notText' }],
    ({ store }) => store.getState().selection !== null,
    stepOut,
  ),
  command(
    'keys',
    [{ key: '?', place: 'notText' }],
    () => true,
    () => {},
  ),
]

export const commandOf = (id: CommandId): Command => commands.find((one) => one.id === id)!

/** `Shift + →`, as it stands on keyboards; the same in every language. */
export const toChordText = ({ key, shift, control }: Chord): string => {
  const names: Readonly<Record<string, string>> = {
    ArrowRight: '→',
    ArrowLeft: '←',
    ' ': 'Space',
    PageDown: 'Page Down',
    PageUp: 'Page Up',
    Escape: 'Esc',
  }
  const name = names[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  return [...(control ? ['Ctrl'] : []), ...(shift ? ['Shift'] : []), name].join(' + ')
}
