// @vitest-environment jsdom
/** Loop stage, tested: the picture is a function of the position, whichever way one comes to it. */
import { describe, expect, it, vi } from 'vitest'
import { createNetwork, wirings } from '../../testing/networks'
import { toLines } from '../../testing/pictures'
import { hell, openUnfold, textNetwork } from '../../testing/unfold'
import { ancestorsOf } from '../engine/ancestors'
import { createRandom } from '../engine/random'
import { nodeAt, range } from '../engine/unfold'
import { toFolded } from '../layout/folded'
import { toLayout } from '../layout/layout'
import { createUnfolding, withoutGradients } from '../layout/unfolding'
import { type LoopPicture, createLoopStage } from './createLoopStage'
import { toPicture } from './toPicture'

HTMLCanvasElement.prototype.getContext = () => null

const open = (network = hell) => {
  const { unfold } = openUnfold(network)
  const { runner } = unfold.derived.planOf(network)
  const graph = withoutGradients(runner.graph)
  const layout = toLayout(graph, runner.memory, { width: 900, height: 640 })
  const folded = toFolded(graph, layout)
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const actions = {
    select: vi.fn<(key: string | null) => void>(),
    ...{ point: () => {}, scrub: () => {}, openFold: () => {}, sentence: () => '' },
  }
  const stage = createLoopStage(svg, actions)
  const loop: LoopPicture = {
    picture: { ...toPicture(unfold), layout },
    ...{ folded, lit: null, changed: null },
    at: createUnfolding(graph, layout, folded, 1024),
  }
  stage.update(loop)
  const lines = (position: number) => {
    stage.paint(position)
    return toLines(svg).join('\n')
  }
  return { svg, stage, loop, lines, actions, graph: runner.graph }
}

const shownBoxes = (svg: Element) =>
  [...svg.querySelectorAll('g.box:not(.away)')].map((box) => box.getAttribute('data-key'))

/** One of each wiring, as short as they come. */
const small = wirings.map((wiring) =>
  createNetwork(3, {
    ...{ inputSize: 2, hiddenSize: 2, outputSize: 2, tau: 2, activation: 'tanh', wiring },
    ...{ inputs: 'classes', targets: 1, hasInitialState: false },
  }),
)

describe('folding and unfolding', () => {
  it.each(small)(
    'shows the same picture at a position, whatever walk leads there: $title',
    (network) => {
      const { lines, graph } = open(network)
      const random = createRandom(5)
      const stops = [0, 0.3, 1, graph.tau]
      const fresh = stops.map((position) => open(network).lines(position))
      for (const k of [2, 0, 3, 1]) {
        lines(random() * graph.tau)
        expect(lines(stops[k]!)).toBe(fresh[k])
      }
    },
  )

  it('goes back through the pictures that it came by', () => {
    const { lines, graph } = open(textNetwork('aba', 'bab', 2))
    const positions = range(0, 5 * graph.tau).map((i) => i / 5)
    const there = positions.map(lines)
    const back = positions.toReversed().map(lines)
    expect(back.toReversed()).toEqual(there)
  })

  it('is folded at 0, and at the end shows every variable', () => {
    const { svg, lines, graph } = open()
    lines(0)
    expect(shownBoxes(svg)).toEqual([])
    expect(svg.querySelectorAll('.folded .variable')).toHaveLength(7)
    lines(graph.tau)
    expect(shownBoxes(svg)).toHaveLength(
      graph.nodes.filter(({ kind }) => kind !== 'parameter').length,
    )
    expect(svg.querySelectorAll('.moving')).toHaveLength(0)
  })

  it('has each parameter once in the folded graph, and a letter for each use that is out', () => {
    const { svg, lines, graph } = open()
    for (const out of range(0, graph.tau)) {
      lines(out)
      for (const key of ['U', 'W', 'V']) {
        expect(svg.querySelectorAll(`.folded [data-key="${key}"]`)).toHaveLength(1)
        expect(svg.querySelectorAll(`.letters [data-uses="${key}"]`)).toHaveLength(out)
      }
    }
  })

  it('writes nothing of a copy that still stands by the loop', () => {
    const { svg, lines } = open()
    const opacities = (position: number) => {
      lines(position)
      const written = '.moving :is(.name, .symbol), .letters text'
      return [...svg.querySelectorAll(written)].map((text) => text.getAttribute('opacity'))
    }
    expect(new Set(opacities(0.3))).toEqual(new Set(['0']))
    expect(opacities(0.9)).not.toContain('0')
  })

  it('has in a box on its way its name alone, inside, and then numbers no wider than the box', () => {
    const { svg, lines } = open()
    const box = (selector: string) => svg.querySelector(`[data-key="h(3)"] ${selector}`)!
    const number = (selector: string, name: string) => Number(box(selector).getAttribute(name))
    lines(1.5)
    const [x, width] = [number('.frame', 'x'), number('.frame', 'width')]
    expect(number('.name', 'x')).toBeCloseTo(x + width / 2, 6)
    expect(number('.name', 'opacity')).toBe(1)
    expect(number('.row', 'opacity')).toBe(0)
    lines(1.7)
    const full = width + 2 * x
    const scale = Number(
      box('.row')
        .getAttribute('transform')!
        .match(/scale\((.*)\)/)![1],
    )
    expect(number('.row', 'opacity')).toBeGreaterThan(0)
    expect(scale * full).toBeCloseTo(number('.frame', 'width'), 6)
  })

  it('lights what a state depends on, and marks what an input changes', () => {
    const { svg, stage, loop, lines, graph } = open()
    const lit = ancestorsOf(graph, nodeAt(graph, 'h', 2)!)
    const changed = new Set([nodeAt(graph, 'h', 3)!.id])
    stage.update({ ...loop, lit, changed })
    lines(graph.tau)
    const bright = [...svg.querySelectorAll('g.box:not(.dim)')].map((box) =>
      box.getAttribute('data-key'),
    )
    expect(bright.toSorted()).toEqual(
      ['h(0)', 'x(1)', 'a(1)', 'h(1)', 'x(2)', 'a(2)', 'h(2)'].toSorted(),
    )
    expect(svg.querySelectorAll('.marks text')).toHaveLength(1)
    expect(svg.querySelector('g.box.changed')!.getAttribute('data-key')).toBe('h(3)')
  })

  it('says which variable is pressed, and leaves nothing behind', () => {
    const { svg, stage, lines, actions } = open()
    lines(4)
    svg
      .querySelector('[data-key="h(2)"]')!
      .dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(actions.select.mock.lastCall![0]).toBe('h(2)')
    stage.destroy()
    expect(svg.children).toHaveLength(0)
  })
})
