/** Files, tested: what is opened replaces all, what is refused changes nothing, and what is saved opens again. */
import { describe, expect, it } from 'vitest'
import { malformed, wellFormed } from '../../../testing/malformed'
import { hell, openUnfold, stateOf } from '../../../testing/unfold'
import { UnfoldError } from '../../engine/error'
import { wiringOf } from '../../engine/network'
import { formatNetwork, parseNetwork } from '../../formats/network'
import { dictionaries } from '../../i18n'
import { changeOf } from '../changeOf'
import { exampleIds, exampleTitle, loadExample, titleOf } from '../examples'
import { openingDocument } from '../opening'
import { attempt } from './attempt'
import { redo, setInput, setSeed, setWiring, undo } from './edit'
import { networkFile, openText } from './files'
import { traceFile } from './traceFile'
import { dismiss, setZoomLevel } from './view'
import { storyOf } from '../unfold'
import { toggleCut } from './explain'

describe('a network file', () => {
  it('that is opened takes the place of what was there, at the start, with nothing selected', () => {
    const { unfold } = openUnfold(hell, { selection: 'h(2)' })
    unfold.clock.jump(9)
    expect(openText(unfold, wellFormed, 'some.json')).toBe(true)
    const { document, selection, playhead } = stateOf(unfold)
    expect(document.network).toEqual(parseNetwork(wellFormed).network)
    expect([selection, playhead]).toEqual([null, 0])
  })

  it('that is opened in the middle of a run is announced, too', () => {
    const { unfold } = openUnfold(hell)
    unfold.clock.jump(9)
    openText(unfold, wellFormed, 'some.json')
    expect(stateOf(unfold).message).toMatchObject({ kind: 'opened', unknownKeys: [] })
  })

  it('is announced by its title, or by its name where it has none', () => {
    const { unfold } = openUnfold(hell)
    const titleOf = (title: string | null) => {
      openText(unfold, formatNetwork({ ...hell, title }), 'some.json')
      return stateOf(unfold).message
    }
    expect(titleOf('A title')).toMatchObject({ title: 'A title' })
    expect(titleOf(null)).toMatchObject({ title: 'some.json' })
  })

  it('that comes with the app is known by what it is, so that it can be told in any language, undone and redone, too', async () => {
    const { unfold } = openUnfold(hell)
    for (const id of exampleIds) {
      const earlier = unfold.store.getState()
      openText(unfold, await loadExample(id), exampleTitle(id))
      const change = changeOf(earlier, unfold.store.getState())
      for (const language of ['en', 'zh'] as const)
        expect(change.title?.(language)).toBe(dictionaries[language].file.example[id])
    }
    setInput(unfold, 'abc')
    expect(titleOf.get(stateOf(unfold).document.network)).toBeUndefined()
  })

  it('can be taken back like an edit', () => {
    const { unfold } = openUnfold(hell)
    setInput(unfold, 'abc')
    openText(unfold, wellFormed, 'some.json')
    undo(unfold)
    undo(unfold)
    expect(stateOf(unfold).document.network).toBe(hell)
    redo(unfold)
    redo(unfold)
    expect(stateOf(unfold).document.network).toEqual(parseNetwork(wellFormed).network)
  })

  it('that is taken back leaves the network before as it was seen, and comes back so; an edit changes nothing of that', () => {
    const { unfold } = openUnfold(hell, { view: { zoomLevel: -2, isFoldOpen: true } })
    const viewOf = () => unfold.store.getState().view
    const { view } = unfold.store.getState()
    openText(unfold, wellFormed, 'some.json')
    setZoomLevel(unfold, 2)
    undo(unfold)
    expect(viewOf()).toEqual(view)
    redo(unfold)
    expect(viewOf()).toEqual({ zoomLevel: 2, isFoldOpen: false })
    undo(unfold)
    setInput(unfold, 'hello')
    setZoomLevel(unfold, 1)
    undo(unfold)
    expect(viewOf()).toEqual({ zoomLevel: 1, isFoldOpen: true })
  })

  it('that was refused is said to be until an edit is made', () => {
    const { unfold } = openUnfold(hell)
    openText(unfold, '', 'empty.json')
    expect(setInput(unfold, '')).toBe(false)
    expect(stateOf(unfold).message?.kind).toBe('error')
    setInput(unfold, 'hello')
    expect(stateOf(unfold).message).toBeNull()
  })

  it('with keys that are not known is opened, and the keys are named', () => {
    const { unfold } = openUnfold(hell)
    openText(unfold, wellFormed.replace('{', '{"zoom":2,'), 'some.json')
    expect(stateOf(unfold).message).toMatchObject({ kind: 'opened', unknownKeys: ['zoom'] })
  })

  it('that is refused changes nothing but the message', () => {
    for (const { name, text, key } of malformed) {
      const { unfold } = openUnfold(hell, { selection: 'h(2)' })
      setInput(unfold, 'hello')
      unfold.clock.jump(9)
      const { message: _, ...before } = stateOf(unfold)
      expect(openText(unfold, text, 'some.json'), name).toBe(false)
      const { message, ...after } = stateOf(unfold)
      expect(after, name).toEqual(before)
      expect(message).toMatchObject({ kind: 'error', error: { key } })
      expect(unfold.store.temporal.getState().pastStates).toHaveLength(1)
    }
  })

  it('that asks for more than can be kept is refused, too', () => {
    const { unfold } = openUnfold(hell)
    const before = stateOf(unfold).document
    const zeros = (n: number) => Array.from({ length: n }, () => 0)
    const [width, tau] = [100_000, 400]
    const file = {
      ...{ format: 'unfold-network', version: 1 },
      architecture: {
        ...{ cell: 'rnn', recurrence: 'hidden', readout: 'every-step', activation: 'tanh' },
        ...{ inputSize: width, hiddenSize: 1, outputSize: 1 },
      },
      parameters: { U: [zeros(width)], W: [[0]], V: [[0]], b: [0], c: [0] },
      sequence: { inputs: zeros(tau), targets: zeros(tau) },
    }
    expect(openText(unfold, JSON.stringify(file), 'large.json')).toBe(false)
    expect(stateOf(unfold).document).toBe(before)
    expect(stateOf(unfold).message).toMatchObject({ kind: 'error', error: { key: 'run.tooLarge' } })
  })
})

describe('a message', () => {
  it('of an opened file goes with the first step', () => {
    const { unfold } = openUnfold(hell)
    openText(unfold, wellFormed, 'some.json')
    expect(stateOf(unfold).message?.kind).toBe('opened')
    unfold.clock.jump(1)
    expect(stateOf(unfold).message).toBeNull()
  })

  it('of a saved file goes with the next edit', () => {
    const { unfold } = openUnfold(hell)
    unfold.store.setState({ message: { kind: 'saved', name: 'hell.unfold.json' } })
    setSeed(unfold, 8)
    expect(stateOf(unfold).message).toBeNull()
  })

  it('of an error goes when it is dismissed', () => {
    const { unfold } = openUnfold(hell)
    openText(unfold, '', 'empty.json')
    expect(stateOf(unfold).message?.kind).toBe('error')
    unfold.clock.jump(1)
    expect(stateOf(unfold).message?.kind).toBe('error')
    dismiss(unfold)
    expect(stateOf(unfold).message).toBeNull()
  })

  it('is made of the typed error alone; any other is thrown on', () => {
    const { unfold } = openUnfold(hell)
    const error = new UnfoldError('file.unreadable', { detail: 'gone' })
    expect(
      attempt(unfold, () => {
        throw error
      }),
    ).toBe(false)
    expect(stateOf(unfold).message).toEqual({ kind: 'error', error })
    expect(() =>
      attempt(unfold, () => {
        throw new RangeError('other')
      }),
    ).toThrow(RangeError)
    expect(attempt(unfold, () => {})).toBe(true)
  })
})

describe('what is saved', () => {
  it('opens again as the same network', () => {
    const { unfold } = openUnfold(hell)
    setInput(unfold, '今天🙂')
    const { network } = stateOf(unfold).document
    expect(parseNetwork(networkFile(unfold).text).network).toEqual(network)
    expect(openText(openUnfold(hell).unfold, networkFile(unfold).text, '')).toBe(true)
  })

  it('is the same while a gradient is held back: what is cut is never part of a file', () => {
    const { unfold } = openUnfold(hell)
    const before = [networkFile(unfold), traceFile(unfold)]
    for (const cut of ['h(2) a(3)', 'h(2) o(2)', 'W a(3)']) {
      toggleCut(unfold, cut)
      expect(storyOf(unfold).trace.cuts.size).toBe(1)
      expect([networkFile(unfold), traceFile(unfold)]).toEqual(before)
      toggleCut(unfold, cut)
    }
  })

  it('is a trace with the loss and every step', () => {
    const { unfold } = openUnfold(hell)
    const trace = JSON.parse(traceFile(unfold).text) as Record<string, unknown>
    expect(trace).toMatchObject({ format: 'unfold-trace', version: 1 })
    expect(trace.steps).toHaveLength(4)
    expect(trace.loss).toBeGreaterThan(0)
  })

  it('has a name made of its title that any file system takes', () => {
    const nameOf = (title: string | null) => networkFile(openUnfold({ ...hell, title }).unfold).name
    expect(nameOf('hell → ello')).toBe('hell-ello.unfold.json')
    expect(nameOf('今天🙂天')).toBe('今天-天.unfold.json')
    expect(nameOf('हिन्दी')).toBe('हिन्दी.unfold.json')
    expect(nameOf('con')).toBe('network-con.unfold.json')
    for (const title of [
      null,
      '',
      '../../etc/passwd',
      'a\u0000b',
      'CON:*?',
      '🙂❤️',
      'x'.repeat(999),
      ' . ',
    ])
      expect(nameOf(title)).toMatch(/^[\p{L}\p{N}-]{1,40}\.unfold\.json$/u)
    expect(traceFile(openUnfold(hell).unfold).name).toMatch(/\.trace\.json$/)
  })

  it('is called by what it reads and by its pattern where it has no title', () => {
    const { unfold } = openUnfold({ ...hell, title: null })
    expect(networkFile(unfold).name).toBe('hell-every-step.unfold.json')
    setWiring(unfold, wiringOf('fedBack', 'logits'))
    setInput(unfold, '今天 🙂')
    expect(networkFile(unfold).name).toBe('今天-fed-back.unfold.json')
    setWiring(unfold, wiringOf('atEnd', 'logits'))
    setInput(unfold, '🙂')
    expect(traceFile(unfold).name).toBe('network-at-the-end.trace.json')
  })
})

describe('the seed of a network that is opened', () => {
  it('is the one that draws its weights, or none', async () => {
    const { unfold } = openUnfold(hell)
    const seedNow = () => {
      const { seed, isSeeded } = stateOf(unfold).document
      return isSeeded ? seed : null
    }
    expect(seedNow()).toBe(null)
    setSeed(unfold, 8)
    const { text } = networkFile(unfold)
    setSeed(unfold, 1234)
    expect(seedNow()).toBe(1234)
    openText(unfold, text, 'eight')
    expect(seedNow()).toBe(8)
    setInput(unfold, 'help')
    expect(seedNow()).toBe(8)
    openText(unfold, await loadExample('memory'), 'memory')
    expect(seedNow()).toBe(null)
    setSeed(unfold, 8)
    expect(seedNow()).toBe(8)
    undo(unfold)
    expect(seedNow()).toBe(null)
  })
})

describe('the examples', () => {
  it.each(exampleIds)('%s opens without a warning, and runs to finite numbers', async (id) => {
    const { unfold } = openUnfold(hell)
    expect(openText(unfold, await loadExample(id), id)).toBe(true)
    const { document, message } = stateOf(unfold)
    expect(message).toMatchObject({ kind: 'opened', unknownKeys: [] })
    const { values, gradients } = unfold.derived.traceOf(document.network)
    expect(values.every(Number.isFinite) && gradients.every(Number.isFinite)).toBe(true)
  })

  it('begin with the one that the page opens on', async () => {
    const text = await loadExample(exampleIds[0]!)
    expect(parseNetwork(text).network).toEqual(openingDocument().network)
  })
})
