/** Commands, tested: no two want the same key, each has its words, and what is enabled does something. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hell, lengthOf, openUnfold, stateOf } from '../../testing/unfold'
import { grains } from '../engine/schedule'
import { keyWords } from '../i18n/keys'
import { setInput, setTarget, undo } from './actions/edit'
import { followEntry, openEntry, trailOf } from './actions/explain'
import { select, setGrain } from './actions/view'
import {
  type Chord,
  type CommandId,
  type Place,
  commandOf,
  commands,
  toChordText,
} from './commands'
import type { Unfold } from './unfold'

const places: readonly Place[] = ['stage', 'free', 'notText', 'notTyped']
const chords = commands.flatMap(({ id, chords }) => chords.map((chord) => ({ id, ...chord })))

/** The same press of a key. */
const isSame = (a: Chord, b: Chord): boolean =>
  a.key.toLowerCase() === b.key.toLowerCase() &&
  (a.shift ?? false) === (b.shift ?? false) &&
  (a.control ?? false) === (b.control ?? false)

describe('the table of commands', () => {
  it('has a command once', () => {
    const ids = commands.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(commandOf(id).id).toBe(id)
  })

  it('has no two commands for one chord: every place overlaps with every other', () => {
    const clashes = chords.flatMap((a, i) =>
      chords
        .slice(i + 1)
        .flatMap((b) => (isSame(a, b) ? [`${a.id} and ${b.id}: ${toChordText(a)}`] : [])),
    )
    expect(clashes).toEqual([])
    for (const { place } of chords) expect(places).toContain(place)
  })

  it('has a key for every command, and no single letter among them', () => {
    for (const { chords } of commands) expect(chords.length).toBeGreaterThan(0)
    for (const { key, control } of chords) expect(/^\p{L}$/u.test(key) && !control, key).toBe(false)
  })

  it('never takes Tab', () => {
    expect(chords.map(({ key }) => key)).not.toContain('Tab')
  })

  it('has the keys that presenters’ remotes send, wherever no text is written', () => {
    const find = (key: string) => chords.find((chord) => chord.key === key)
    expect(find('PageDown')).toMatchObject({ id: 'stepForward', place: 'notText' })
    expect(find('PageUp')).toMatchObject({ id: 'stepBack', place: 'notText' })
  })

  it('has words for each in every language, different ones for different commands', () => {
    for (const keys of Object.values(keyWords)) {
      const words = commands.map(({ id }) => keys.commands[id])
      for (const word of words) expect(word).toMatch(/\S/)
      expect(new Set(words).size).toBe(words.length)
      expect(Object.keys(keys.commands).toSorted()).toEqual(commands.map(({ id }) => id).toSorted())
    }
  })
})

describe('a chord as it is written', () => {
  it('names what must be held, then the key', () => {
    expect(toChordText({ key: 'ArrowRight', shift: true })).toBe('Shift + →')
    expect(toChordText({ key: 'z', control: true, shift: true })).toBe('Ctrl + Shift + Z')
    expect(toChordText({ key: ' ' })).toBe('Space')
  })

  it('is another for another chord', () => {
    const texts = chords.map(toChordText)
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text.trim()).toBe(text)
  })
})

/** Somewhere in a run, at rest, with or without a selection and a past. */
const anyState: fc.Arbitrary<(unfold: Unfold) => void> = fc
  .record({
    grain: fc.constantFrom(...grains),
    share: fc.constantFrom(0, 0.3, 0.6, 1),
    selection: fc.constantFrom(null, 'h(2)', 'W', 'h(99)'),
    edits: fc.nat(2),
    undone: fc.nat(2),
  })
  .map(({ grain, share, selection, edits, undone }) => (unfold) => {
    setGrain(unfold, grain)
    if (edits > 0) setInput(unfold, 'abc')
    if (edits > 1) setTarget(unfold, 'xy')
    for (let i = 0; i < undone; i++) undo(unfold)
    select(unfold, selection)
    unfold.clock.jump(Math.round(share * lengthOf(unfold)))
  })

describe('a command', () => {
  it('that is enabled does something, and one that is not does nothing', () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(...commands), (prepare, { id, isEnabled, perform }) => {
        fc.pre(id !== 'keys')
        const { unfold, isRunning } = openUnfold(hell)
        prepare(unfold)
        const before = JSON.stringify(stateOf(unfold))
        const isOn = isEnabled(unfold)
        perform(unfold)
        const isChanged = isRunning() || JSON.stringify(stateOf(unfold)) !== before
        expect(isChanged, id).toBe(isOn)
      }),
      { numRuns: 300 },
    )
  })

  it('goes where its name says', () => {
    const { unfold, settle } = openUnfold(hell)
    const playhead = () => unfold.clock.store.getState().playhead
    const after = (id: CommandId) => {
      commandOf(id).perform(unfold)
      settle(16, 1000)
      return playhead()
    }
    const all = lengthOf(unfold)
    expect([after('stepForward'), after('stepForward'), after('stepBack')]).toEqual([1, 2, 1])
    expect([after('toEnd'), after('stepBack'), after('toStart')]).toEqual([all, all - 1, 0])
    expect(after('timeStepForward')).toBe(5)
    expect(after('timeStepBack')).toBe(0)
  })

  it('plays, and pauses what plays', () => {
    const { unfold, tick } = openUnfold(hell)
    const { perform } = commandOf('playPause')
    const isPlaying = () => unfold.clock.store.getState().isPlaying
    perform(unfold)
    tick(100)
    expect(isPlaying()).toBe(true)
    perform(unfold)
    expect([isPlaying(), unfold.clock.store.getState().playhead]).toEqual([false, 1])
  })

  it('lets go of what is selected', () => {
    const { unfold } = openUnfold(hell, { selection: 'h(2)' })
    expect(commandOf('release').isEnabled(unfold)).toBe(true)
    commandOf('release').perform(unfold)
    expect(unfold.store.getState().selection).toBeNull()
    expect(commandOf('release').isEnabled(unfold)).toBe(false)
  })

  it('goes back by the numbers that led to one, and lets go at last', () => {
    const { unfold } = openUnfold(hell)
    const place = (key: string) => ({ key, isGradient: false, entry: 0 })
    openEntry(unfold, place('h(2)'))
    followEntry(unfold, place('a(2)'))
    const { perform } = commandOf('release')
    const now = () => [unfold.store.getState().selection, trailOf(unfold.store.getState()).length]
    expect(now()).toEqual(['a(2)', 2])
    perform(unfold)
    expect(now()).toEqual(['h(2)', 1])
    perform(unfold)
    expect(now()).toEqual(['h(2)', 0])
    perform(unfold)
    expect(now()).toEqual([null, 0])
  })

  it('undoes and does again, while there is something to', () => {
    const { unfold } = openUnfold(hell)
    const enabled = () => (['undo', 'redo'] as const).map((id) => commandOf(id).isEnabled(unfold))
    expect(enabled()).toEqual([false, false])
    setInput(unfold, 'abc')
    expect(enabled()).toEqual([true, false])
    commandOf('undo').perform(unfold)
    expect(enabled()).toEqual([false, true])
    commandOf('redo').perform(unfold)
    expect(enabled()).toEqual([true, false])
  })

  it('for the list of keys needs what shows it, and no other does', () => {
    expect(commands.filter(({ needsDialog }) => needsDialog).map(({ id }) => id)).toEqual(['keys'])
  })
})
