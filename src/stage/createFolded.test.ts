// @vitest-environment jsdom
/** Folded graph, tested: one circle for each variable, each matrix once, and a loop with a delay. */
import { describe, expect, it, vi } from 'vitest'
import { toLines } from '../../testing/pictures'
import { hell, openUnfold, textNetwork } from '../../testing/unfold'
import { wiringOf } from '../engine/network'
import { setHiddenSize, setInput, setWiring } from '../store/actions/edit'
import { select, setLanguage, setNotation, setRoom, zoom } from '../store/actions/view'
import { createFolded } from './createFolded'
import { toPicture } from './toPicture'

HTMLCanvasElement.prototype.getContext = () => null

const open = (network = hell) => {
  const { unfold } = openUnfold(network)
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const actions = {
    select: vi.fn<(key: string | null) => void>(),
    ...{ scrub: () => {}, point: () => {}, openFold: () => {}, sentence: () => '' },
  }
  const folded = createFolded(svg, actions)
  const update = () => folded.update(toPicture(unfold))
  update()
  return { unfold, svg, actions, folded, update }
}

const parametersOf = (svg: Element) => [...svg.querySelectorAll('[role=button]')]

describe('the folded graph', () => {
  it('is a group with a name, in the language of the page', () => {
    const { unfold, svg, update } = open()
    const name = () => svg.querySelector('[role=group]')!.getAttribute('aria-label')
    expect(name()).toBe('Folded graph')
    setLanguage(unfold, 'zh')
    update()
    expect(name()).toMatch(/\p{Script=Han}/u)
  })

  it('has a circle for each variable of a step, whatever the length', () => {
    for (const text of ['a', 'ab', 'abababab']) {
      const { svg } = open(textNetwork(text, text, 2))
      expect(svg.querySelectorAll('.variable circle')).toHaveLength(7)
    }
  })

  it('has each parameter once, with its name, and selects it when pressed', () => {
    const { svg, actions } = open()
    const names = parametersOf(svg).map((element) => element.getAttribute('data-key'))
    expect(names.toSorted()).toEqual(['U', 'V', 'W', 'b', 'c'])
    for (const element of parametersOf(svg)) {
      const key = element.getAttribute('data-key')!
      expect(element.getAttribute('aria-label')!.startsWith(key)).toBe(true)
      element.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      expect(actions.select.mock.lastCall).toEqual([key])
    }
  })

  it('says which parameter is selected', () => {
    const { unfold, svg, update } = open()
    const pressed = () =>
      parametersOf(svg)
        .filter((element) => element.getAttribute('aria-pressed') === 'true')
        .map((element) => element.getAttribute('data-key'))
    expect(pressed()).toEqual([])
    select(unfold, 'W')
    update()
    expect(pressed()).toEqual(['W'])
  })

  it('says of what there is at the last step alone that it is there then', () => {
    const { unfold, svg, update } = open()
    expect(svg.querySelectorAll('.when')).toHaveLength(0)
    setWiring(unfold, wiringOf('atEnd', 'logits'))
    update()
    const said = [...svg.querySelectorAll('.variable:has(.when) .name')]
    expect(said.map(({ textContent }) => textContent!.normalize('NFC')).toSorted()).toEqual(
      ['L', 'o', 'y', 'ŷ'].toSorted(),
    )
  })

  it('has one loop, with the square that stands for a delay of one step', () => {
    expect(open().svg.querySelectorAll('.delay')).toHaveLength(1)
  })

  it('of a single step has its loop, too: the initial state goes in', () => {
    expect(open(textNetwork('a', 'b', 2)).svg.querySelectorAll('.delay')).toHaveLength(1)
  })

  it('is made of finite numbers', () => {
    const { unfold, svg, update } = open()
    for (const room of [
      { width: 320, height: 300 },
      { width: 2000, height: 1200 },
    ]) {
      setRoom(unfold, room)
      update()
      expect(toLines(svg).join('\n')).not.toMatch(/NaN|undefined|Infinity/)
    }
  })

  it('is the same, whatever was shown before', () => {
    const { unfold, svg, update } = open()
    const before = toLines(svg)
    setInput(unfold, 'something longer')
    update()
    setInput(unfold, 'a')
    setLanguage(unfold, 'zh')
    update()
    setLanguage(unfold, 'en')
    unfold.store.temporal.getState().undo(2)
    update()
    expect(toLines(svg)).toEqual(before)
  })

  it('drawn on is what it is drawn anew, after every change', () => {
    const { unfold, svg, actions, update } = open()
    const changes = [
      () => setInput(unfold, 'hello'),
      () => setInput(unfold, 'jello!'),
      () => setHiddenSize(unfold, 12),
      () => select(unfold, 'U'),
      () => setNotation(unfold, 'torch'),
      () => setLanguage(unfold, 'zh'),
      () => setRoom(unfold, { width: 2000, height: 1200 }),
      () => zoom(unfold, 1),
      () => setWiring(unfold, { recurrence: 'output', readout: 'every-step', feedback: 'target' }),
      () => unfold.store.temporal.getState().undo(1),
    ]
    for (const change of changes) {
      change()
      update()
      const anew = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
      createFolded(anew, actions).update(toPicture(unfold))
      expect(toLines(svg)).toEqual(toLines(anew))
    }
  })

  it('keeps its elements, and the focus on one, while a word of known letters grows', () => {
    const { unfold, svg, update } = open(textNetwork('abababababab', 'abababababab', 2))
    const before = parametersOf(svg)
    setInput(unfold, 'abababababababa')
    update()
    expect(parametersOf(svg).every((element, i) => element === before[i])).toBe(true)
  })

  it('leaves nothing behind when it is destroyed', () => {
    const { svg, folded } = open()
    folded.destroy()
    expect(svg.children).toHaveLength(0)
  })
})
