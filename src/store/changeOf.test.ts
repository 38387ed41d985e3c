/** Change, tested: every edit is called by what was edited, whatever else changes with it. */
import { expect, it } from 'vitest'
import { wiringOf } from '../engine/network'
import { hell, openUnfold, textNetwork } from '../../testing/unfold'
import {
  change,
  redo,
  setActivation,
  setClass,
  setClasses,
  setHiddenSize,
  setInput,
  setLosses,
  setSeed,
  setTarget,
  setWiring,
  undo,
} from './actions/edit'
import { restoreCuts, toggleCut } from './actions/explain'
import { openText, startAfresh } from './actions/files'
import { formatNetwork } from '../formats/network'
import { type Subject, aroundChange, changeOf } from './changeOf'
import type { Unfold } from './unfold'
import { withCalmParameters } from './waysOut'

const edits: readonly (readonly [Subject, (unfold: Unfold) => unknown, string, string])[] = [
  ['reads', (unfold) => setInput(unfold, 'anana'), 'hell', 'anana'],
  ['target', (unfold) => setTarget(unfold, 'naan'), 'nana', 'naan'],
  ['hidden', (unfold) => setHiddenSize(unfold, 8), '4', '8'],
  ['activation', (unfold) => setActivation(unfold, 'relu'), 'tanh', 'relu'],
  ['seed', (unfold) => setSeed(unfold, 8), '7', '8'],
  ['losses', (unfold) => setLosses(unfold, (t) => t !== 2), '', '2'],
  ['losses', (unfold) => setLosses(unfold, () => true), '2', ''],
  ['cuts', (unfold) => toggleCut(unfold, 'h(2) a(3)'), '', 'h(2) a(3)'],
  ['cuts', restoreCuts, 'h(2) a(3)', ''],
  ['pattern', (unfold) => setWiring(unfold, wiringOf('atEnd', 'logits')), 'everyStep', 'atEnd'],
  ['classes', (unfold) => setClasses(unfold, 'yes, no'), '', 'yes, no'],
  ['target', (unfold) => setClass(unfold, 'yes'), 'no', 'yes'],
  ['pattern', (unfold) => setWiring(unfold, wiringOf('fedBack', 'logits')), 'atEnd', 'fedBack'],
  ['feedback', (unfold) => setWiring(unfold, wiringOf('fedBack', 'argmax')), 'logits', 'argmax'],
  [
    'parameters',
    (unfold) =>
      change(unfold, (document) => ({
        ...document,
        network: withCalmParameters(document.network),
      })),
    '',
    '',
  ],
  ['opened', startAfresh, '', 'hell → ello'],
  [
    'opened',
    (unfold) => openText(unfold, formatNetwork(textNetwork('ab', 'ba', 2)), 'plain.json'),
    '',
    '',
  ],
  ['reads', (unfold) => setInput(unfold, 'abab'), 'ab', 'abab'],
]

it('is named by what was edited', () => {
  const { unfold } = openUnfold(hell)
  const { store } = unfold
  for (const [subject, edit, before, after] of edits) {
    const earlier = store.getState()
    edit(unfold)
    const found = changeOf(earlier, store.getState())
    expect(found.subject).toBe(subject)
    // The classes that come with another pattern are those of the pattern before.
    expect(found).toMatchObject(subject === 'classes' ? { after } : { before, after })
  }
})

it('calls a file without a title by its name', () => {
  const { unfold } = openUnfold(hell)
  const earlier = unfold.store.getState()
  openText(unfold, formatNetwork(textNetwork('ab', 'ba', 2)), 'plain.json')
  expect(changeOf(earlier, unfold.store.getState()).title?.('zh')).toBe('plain.json')
})

it('is told as news when it is undone or redone, and no news is like the one before', () => {
  const { unfold } = openUnfold(hell)
  setInput(unfold, 'help')
  setHiddenSize(unfold, 8)
  const news = [undo, undo, redo, redo].map((travel) => {
    travel(unfold)
    return JSON.stringify(unfold.store.getState().message)
  })
  expect(new Set(news).size).toBe(4)
})

it('of a long text is shown around the place where it is', () => {
  const cut = (before: string, after: string) =>
    aroundChange({ subject: 'reads', before, after }).after
  expect(cut('hell', 'hello')).toBe('hello')
  const text = 'the quick brown fox jumps over a lazy dog'
  expect(cut('a', text)).toBe('the quick brown fo…')
  expect(cut(text, `${text}s`)).toBe('…s over a lazy dogs')
  expect(cut(text, text.replace('jumps', 'leaps'))).toBe('…n fox leaps over a…')
})
