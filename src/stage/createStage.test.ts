// @vitest-environment jsdom
/** Stage, tested: the picture is a function of the playhead, shows what has been computed, and nothing else. */
import { isBias } from '../layout/links'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createNetwork } from '../../testing/networks'
import { toLines } from '../../testing/pictures'
import { lengthOf, openUnfold, textNetwork } from '../../testing/unfold'
import type { Network } from '../engine/network'
import { evaluateBound, summandsOfGradient, summandsOfValue } from '../engine/explain'
import { contributionOf, gradientOf, valueOf } from '../engine/run'
import { type Grain, grains } from '../engine/schedule'
import { type GraphNode, range } from '../engine/unfold'
import { toCellText, toList } from '../notation/numbers'
import { setInput, setLosses, setTarget } from '../store/actions/edit'
import { select, setGrain, setLanguage, setRoom, setTheme } from '../store/actions/view'
import { symbolsWanted } from '../store/document'
import { type Unfold, currentSentence } from '../store/unfold'
import { restoreCuts, toggleCut } from '../store/actions/explain'
import { createStage } from './createStage'
import type { StageActions } from './picture'
import { laneOfFold } from '../layout/inFold'
import { toPicture } from './toPicture'

// Of images, jsdom knows the element only.
HTMLCanvasElement.prototype.getContext = () => null

// jsdom is slow, and on a busy machine slower still.
vi.setConfig({ testTimeout: 30_000 })

/** Room for every number of a short sequence. */
const room = { width: 2400, height: 900 }
const everywhere = [-1e9, 1e9] as const

/** Three steps, two symbols, two hidden units. */
const word = textNetwork('aba', 'bab', 2)

const open = (network: Network = word, grain: Grain = 'variable') => {
  const { unfold } = openUnfold(network, { grain, room })
  return { unfold, ...draw(unfold) }
}

/** A stage that shows the present picture; nothing is painted yet. */
const draw = (unfold: Unfold, window: readonly [number, number] = everywhere) => {
  const svg = () => document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const elements = { graph: svg(), timeline: svg(), legend: document.createElement('div') }
  const actions = {
    select: vi.fn<StageActions['select']>(),
    scrub: vi.fn<(playhead: number, isDone: boolean) => void>(),
    point: vi.fn<StageActions['point']>(),
    openFold: vi.fn<() => void>(),
    sentence: () => currentSentence(unfold),
  }
  const stage = createStage(elements, actions)
  const update = () => stage.update(toPicture(unfold), window)
  update()
  const boxOf = (key: string) => elements.graph.querySelector(`[data-key="${key}"]`)
  return {
    ...{ stage, elements, actions, update, boxOf },
    /** Moves the clock there, as far as a clock can, and paints. */
    paint: (playhead: number) => {
      unfold.clock.jump(Math.floor(playhead))
      stage.paint(playhead)
    },
    lines: () => [...toLines(elements.graph), ...toLines(elements.timeline)],
    slider: () => elements.timeline.querySelector('[role=slider]')!,
  }
}

/** A picture of nothing but this playhead. */
const freshAt = (unfold: Unfold, playhead: number): readonly string[] => {
  const { paint, lines } = draw(unfold)
  paint(playhead)
  return lines()
}

const small = (seed: number, tau = 2): Network =>
  createNetwork(seed, {
    ...{ inputSize: 2, hiddenSize: 2, outputSize: 2, tau, activation: 'tanh' },
    ...{ inputs: seed % 2 ? 'vectors' : 'classes', targets: 0.7, hasInitialState: seed % 3 === 0 },
  })

/** A way through a run, as shares of its length; the same for the same seed. */
const wayOf = (seed: number): readonly number[] => {
  const anyShare = fc.double({ min: 0, max: 1, noNaN: true })
  return fc.sample(fc.array(anyShare, { minLength: 5, maxLength: 5 }), { numRuns: 1, seed })[0]!
}

const cases = grains.map((grain, seed) => ({ grain, seed }))

describe('a picture', () => {
  it.each(cases)(
    'at a whole playhead is the same, whatever was painted before: $grain $seed',
    (of) => {
      const { unfold, paint, lines } = open(small(of.seed), of.grain)
      for (const share of wayOf(of.seed)) {
        const playhead = share * lengthOf(unfold)
        paint(playhead)
        paint(Math.round(playhead))
        expect(lines()).toEqual(freshAt(unfold, Math.round(playhead)))
      }
    },
  )

  it.each(cases)(
    'between steps is the same, whether played to or jumped to: $grain $seed',
    (of) => {
      const { unfold, paint, lines } = open(small(of.seed), of.grain)
      for (const share of wayOf(of.seed + 100)) {
        const [playhead, start] = [share * lengthOf(unfold), Math.floor(share * lengthOf(unfold))]
        paint(start)
        for (const part of [0.2, 0.5, 0.8, 1]) paint(start + part * (playhead - start))
        expect(lines()).toEqual(freshAt(unfold, playhead))
      }
    },
  )

  it('between steps is the same, also after a later moment of the same step', () => {
    for (const grain of grains) {
      const { unfold, paint, lines } = open(small(1), grain)
      for (const start of [1, lengthOf(unfold) - 1]) {
        for (const part of [0.95, 0.9, 0.2]) paint(start + part)
        expect(lines()).toEqual(freshAt(unfold, start + 0.2))
      }
    }
  })

  it('is the same when the page had time to prepare what comes', () => {
    const waiting: (() => void)[] = []
    const later = (callback: () => void) => waiting.push(callback)
    vi.stubGlobal('requestAnimationFrame', later)
    vi.stubGlobal('requestIdleCallback', later)
    vi.stubGlobal('setTimeout', later)
    const { unfold, elements, paint, lines } = open(small(1))
    paint(0)
    const blank = lines()
    const hidden = () => elements.graph.querySelectorAll('.empty .cells text').length
    expect(hidden()).toBe(0)
    while (waiting.length > 0) waiting.shift()!()
    expect(hidden()).toBeGreaterThan(30)
    expect(lines()).toEqual(blank)
    vi.unstubAllGlobals()
    for (const playhead of [4, 1, lengthOf(unfold), 0]) {
      paint(playhead)
      expect(lines()).toEqual(freshAt(unfold, playhead))
    }
  })

  it('is the same when it is painted twice', () => {
    const { unfold, paint, lines } = open()
    for (const playhead of [0, 3, 3.5, 7.9, lengthOf(unfold)]) {
      paint(playhead)
      const once = lines()
      paint(playhead)
      expect(lines()).toEqual(once)
    }
  })

  it('has the same parts after anything else was shown on the way: edits, languages, themes, sizes, grains', () => {
    const { unfold, update, paint, lines } = open()
    const before = unfold.store.getState()
    const expectSame = (playhead: number) => {
      update()
      paint(playhead)
      expect(lines().toSorted()).toEqual(freshAt(unfold, playhead).toSorted())
    }
    expectSame(9.5)
    setLanguage(unfold, 'zh')
    setTheme(unfold, 'dark')
    select(unfold, 'h(2)')
    expectSame(3)
    setRoom(unfold, { width: 700, height: 500 })
    setGrain(unfold, 'contribution')
    expectSame(20.9)
    setInput(unfold, 'ab')
    expectSame(4)
    setTarget(unfold, '∅x')
    expectSame(7.8)
    setInput(unfold, 'abcab')
    expectSame(30)
    unfold.store.setState(before)
    expectSame(6)
  })

  it('has its parts in the same order, one over another, after a shorter sequence was shown', () => {
    const { unfold, update, paint, lines } = open(textNetwork('ab', 'ba', 2))
    setInput(unfold, 'abab')
    update()
    paint(5)
    expect(lines()).toEqual(freshAt(unfold, 5))
  })

  it('differs from step to step', () => {
    const { unfold, paint, lines } = open()
    const all = range(0, lengthOf(unfold)).map((playhead) => {
      paint(playhead)
      return lines().join('\n')
    })
    expect(new Set(all).size).toBe(all.length)
  })

  it.each(grains)('shows no more numbers while a value is on its way: at the grain %s', (grain) => {
    const { unfold, elements, paint } = open(small(1), grain)
    const numbers = () =>
      [...elements.graph.querySelectorAll('.box')].map((box) => box.getAttribute('aria-label'))
    for (const playhead of range(0, lengthOf(unfold) - 1)) {
      paint(playhead)
      const before = numbers()
      paint(playhead + 0.01)
      expect(numbers(), String(playhead)).toEqual(before)
    }
  })

  it('shows a number in the end of its way, as it is when it has arrived', () => {
    const { unfold, elements, paint } = open(small(1))
    const numbers = () =>
      [...elements.graph.querySelectorAll('.box')].map((box) => box.getAttribute('aria-label'))
    for (const playhead of range(0, lengthOf(unfold) - 1)) {
      paint(playhead + 0.99)
      const before = numbers()
      paint(playhead + 1)
      expect(numbers(), String(playhead)).toEqual(before)
    }
  })

  it('shows that something is under way between steps, and leaves no trace of it', () => {
    const { elements, paint } = open()
    const travelling = () => elements.graph.querySelectorAll('.travelling path').length
    paint(4)
    expect(travelling()).toBe(0)
    paint(4.3)
    expect(travelling()).toBeGreaterThan(0)
    paint(4.9)
    expect(elements.graph.querySelectorAll('[opacity]').length).toBeGreaterThan(0)
    paint(5)
    expect(travelling()).toBe(0)
    expect(elements.graph.querySelectorAll('[opacity]').length).toBe(0)
  })
})

/** The numbers that a row of a box shows; those that are blank are left out. */
const textsOf = (box: Element, row: 'value' | 'gradient'): readonly string[] =>
  [...box.querySelectorAll(`.row:not(.empty) text.${row}`)].flatMap(
    ({ textContent }) => textContent || [],
  )

const sum = (arrays: readonly ArrayLike<number>[]): readonly number[] =>
  Array.from(arrays[0]!, (_, i) => arrays.reduce((total, array) => total + array[i]!, 0))

/** What a node should show after so many contributions, computed without the stage: numbers, or none. */
const expectedOf = (unfold: Unfold, node: GraphNode, done: number) => {
  const { document } = unfold.store.getState()
  const { schedule } = unfold.derived.planOf(document.network)
  const trace = unfold.derived.traceOf(document.network)
  const { edges } = trace.graph
  const arrived = (phase: 'forward' | 'backward') =>
    schedule.contributions
      .slice(0, done)
      .filter((one) => one.phase === phase && one.node === node.id).length
  const partOf = (count: number, whole: readonly ArrayLike<number>[]) =>
    count === 0 ? null : sum(whole.slice(0, count))
  const value =
    schedule.valueReady[node.id]! <= done
      ? [...valueOf(trace, node)]
      : partOf(
          arrived('forward'),
          summandsOfValue(node).map((bound) => evaluateBound(trace, bound).data),
        )
  const gradient =
    schedule.gradientReady[node.id]! <= done
      ? [...gradientOf(trace, node)!]
      : partOf(
          arrived('backward'),
          summandsOfGradient(trace.graph, node).map(({ edge }) =>
            contributionOf(trace, edges[edge]!)!,
          ),
        )
  return { value, gradient }
}

/** What a box shows, and what it is called. */
interface Shown {
  readonly value: readonly string[]
  readonly gradient: readonly string[]
  readonly blank: number
  readonly label: string | null
}

describe.each(grains)('at the grain %s', (grain) => {
  const networks = [small(1), textNetwork('aba', 'b∅a', 2)]

  it.each(networks)(
    'a box shows the numbers of the run once they are computed, and is blank before',
    (network) => {
      const { unfold, paint, elements } = open(network, grain)
      const { trace, schedule, dictionary, names } = toPicture(unfold)
      const boxes = trace.graph.nodes.flatMap((node) => {
        const box = elements.graph.querySelector(`[data-key="${node.key}"]`)
        if (!box || box.querySelector('.symbol')) return []
        return [{ node, box, hasGradient: box.querySelector('.row.gradient') !== null }]
      })
      for (const playhead of range(0, lengthOf(unfold))) {
        paint(playhead)
        const done = schedule.steps[grain][playhead - 1]?.to ?? 0
        for (const { node, box, hasGradient } of boxes) {
          const { value, gradient } = expectedOf(unfold, node, done)
          const isSymbol = node.of.name === 'x' && network.inputVocabulary !== null
          const symbols = isSymbol ? network.inputVocabulary! : (value?.map(toCellText) ?? [])
          const wanted: Shown = {
            value: symbols,
            gradient: hasGradient ? (gradient?.map(toCellText) ?? []) : [],
            blank: (value ? 0 : 1) + (gradient || !hasGradient ? 0 : 1),
            label: dictionary.stage.node({
              ...{ key: names.text(node), values: value && toList(value) },
              gradient: gradient && toList(gradient),
            }),
          }
          const shown: Shown = {
            ...{ value: textsOf(box, 'value'), gradient: textsOf(box, 'gradient') },
            blank: box.querySelectorAll('.blank:not([fill])').length,
            label: box.getAttribute('aria-label'),
          }
          expect(shown, `${node.key} at ${playhead}`).toEqual(wanted)
          expect(shown.label!.startsWith(names.text(node))).toBe(true)
        }
      }
    },
  )
})

describe('at the finest grain', () => {
  it('a sum that is not complete shows the sum of its first summands, and says that it is a part', () => {
    const { unfold, paint, boxOf } = open(small(1), 'contribution')
    const { trace, schedule } = toPicture(unfold)
    const node = trace.graph.byKey.get('a(2)')!
    const first =
      schedule.steps.contribution.findIndex(({ key }) => key.startsWith('forward a(2)')) + 1
    const summands = summandsOfValue(node).map((bound) => evaluateBound(trace, bound).data)
    expect(summands).toHaveLength(3)
    summands.forEach((_, i) => {
      paint(first + i)
      const box = boxOf('a(2)')!
      expect(textsOf(box, 'value')).toEqual(sum(summands.slice(0, i + 1)).map(toCellText))
      expect(box.querySelectorAll('.part').length > 0).toBe(i < 2)
    })
  })
})

describe('boxes', () => {
  it('stand for every variable, and are buttons behind one stop for Tab', () => {
    const { unfold, elements } = open()
    const keys = [...elements.graph.querySelectorAll('.box')].map((box) =>
      box.getAttribute('data-key'),
    )
    const { nodes } = toPicture(unfold).trace.graph
    const wanted = nodes.filter(({ kind }) => kind !== 'parameter').map(({ key }) => key)
    expect(keys.toSorted()).toEqual(wanted.toSorted())
    const roles = [...elements.graph.querySelectorAll('.box')].map((box) =>
      box.getAttribute('role'),
    )
    expect(new Set(roles)).toEqual(new Set(['button']))
    // Keys lead from the graph to its boxes: it is the one stop for Tab.
    expect(elements.graph.querySelectorAll('.box[tabindex="-1"]')).toHaveLength(keys.length)
    expect(elements.graph.querySelectorAll('[role=group][tabindex="0"]')).toHaveLength(1)
  })

  it('select their variable when pressed', () => {
    const { actions, boxOf } = open()
    boxOf('h(2)')!.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(actions.select.mock.calls).toEqual([['h(2)', null]])
  })

  it('are selected by the ⊕ that adds their gradients, too', () => {
    const { unfold, actions, elements } = open()
    const { graph } = toPicture(unfold).trace
    const pluses = [...elements.graph.querySelectorAll('.plus circle')]
    expect(pluses.length).toBeGreaterThan(0)
    for (const plus of pluses) plus.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    for (const [, , half] of actions.select.mock.calls) expect(half).toBe('backward')
    const chosen = actions.select.mock.calls.map(([key]) => key!)
    const sums = graph.nodes.filter(
      ({ t, outputs }) =>
        t !== null && outputs.filter((id) => graph.nodes[graph.edges[id]!.to]!.carries).length > 1,
    )
    expect(chosen.toSorted()).toEqual(sums.map(({ key }) => key).toSorted())
  })

  it('say which one is selected', () => {
    const { unfold, update, elements } = open()
    const pressed = () =>
      [...elements.graph.querySelectorAll('.box[aria-pressed=true]')].map((box) =>
        box.getAttribute('data-key'),
      )
    expect(pressed()).toEqual([])
    select(unfold, 'o(3)')
    update()
    expect(pressed()).toEqual(['o(3)'])
  })

  it('of targets show their symbols', () => {
    const { unfold, boxOf, paint } = open(textNetwork('今天', '天🙂', 2))
    paint(0)
    const wanted = symbolsWanted(unfold.store.getState().document.network)
    wanted.forEach((symbol, i) => {
      const box = boxOf(`y(${i + 1})`)!
      expect(box.querySelector('.symbol')!.textContent).toBe(symbol)
      expect(box.getAttribute('aria-label')).toContain(symbol)
    })
  })

  it('of inputs that are symbols show them, of vectors their numbers', () => {
    const letters = open(textNetwork('今天', '天', 2))
    letters.paint(0)
    expect(textsOf(letters.boxOf('x(1)')!, 'value')).toEqual(['今', '天'])
    const vectors = open(small(1))
    vectors.paint(0)
    const { trace } = toPicture(vectors.unfold)
    const numbers = valueOf(trace, trace.graph.byKey.get('x(1)')!)
    expect(textsOf(vectors.boxOf('x(1)')!, 'value')).toEqual(Array.from(numbers, toCellText))
  })

  it('where symbols have no room in their rows, say beside their name which one is read and which is the most likely', () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyz'
    const { unfold, boxOf, ...drawn } = open(textNetwork(alphabet, alphabet, 2))
    setRoom(unfold, { width: 900, height: 700 })
    drawn.update()
    const captionOf = (key: string) => boxOf(key)!.querySelector('.header')?.textContent
    drawn.paint(0)
    expect([captionOf('x(1)'), captionOf('yhat(1)')]).toEqual(['a', ''])
    drawn.paint(lengthOf(unfold))
    const { trace } = toPicture(unfold)
    const values = valueOf(trace, trace.graph.byKey.get('yhat(1)')!)
    const most = Math.max(...values)
    expect(captionOf('yhat(1)')).toBe(`${alphabet[values.indexOf(most)]} ${toCellText(most)}`)
    expect(captionOf('h(1)')).toBeUndefined()
  })

  it('of the last step are marked, and those of the way back as such', () => {
    const { unfold, elements, paint } = open()
    const { schedule, trace } = toPicture(unfold)
    schedule.steps.variable.forEach(({ nodes, phase }, i) => {
      const own = nodes.map((id) => trace.graph.nodes[id]!)
      if (own.some(({ kind }) => kind === 'parameter')) return
      paint(i + 1)
      const marked = markedIn(elements.graph)
      expect(marked).toEqual(own.map(({ key }) => key))
      expect(elements.graph.querySelectorAll('.box.current.backward')).toHaveLength(
        phase === 'backward' ? marked.length : 0,
      )
    })
  })

  it('are joined by a matrix that is seen, however long and thin it is', () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyz'
    const { elements, paint } = open(textNetwork(alphabet, alphabet, 3), 'variable')
    paint(0.3)
    const sides = [...elements.graph.querySelectorAll('.matrices image')].map((image) =>
      ['width', 'height'].map((side) => Number(image.getAttribute(side))),
    )
    expect(sides).toContainEqual([24, 9])
  })

  it('of which a parameter gets its share are marked, and the arrow on which it acts', () => {
    const { unfold, elements, paint } = open(word, 'contribution')
    const { schedule, trace } = toPicture(unfold)
    const { nodes, edges } = trace.graph
    const made = new Map<string, unknown>()
    schedule.steps.contribution.forEach((step, i) => {
      const parameter = nodes[step.nodes[0]!]!
      if (parameter.kind !== 'parameter' || step.t !== 2) return
      paint(i + 1)
      const arrows = elements.graph.querySelectorAll('.way.recent')
      expect([...arrows].map((way) => way.getAttribute('data-uses'))).toContain(parameter.key)
      const user = nodes[edges[schedule.contributions[step.from]!.edges[0]!]!.to]!
      const backward = elements.graph.querySelectorAll('.box.current.backward')
      expect([...backward].map((box) => box.getAttribute('data-key'))).toEqual([user.key])
      made.set(parameter.key, markedIn(elements.graph).toSorted())
    })
    expect(Object.fromEntries(made)).toEqual({
      ...{ U: ['a(2)', 'x(2)'], W: ['a(2)', 'h(1)'], V: ['h(2)', 'o(2)'] },
      ...{ b: ['a(2)'], c: ['o(2)'] },
    })
  })
})

const markedIn = (graph: Element): readonly (string | null)[] =>
  [...graph.querySelectorAll('.box.current')].map((box) => box.getAttribute('data-key'))

describe('arrows', () => {
  it('have acted exactly when their contribution is done', () => {
    const { unfold, elements, paint } = open(small(2), 'contribution')
    const { schedule, layout } = toPicture(unfold)
    for (const done of range(0, lengthOf(unfold))) {
      paint(done)
      const acted = new Set(
        schedule.contributions
          .slice(0, done)
          .flatMap(({ phase, edges }) => edges.map((edge) => `${phase} ${edge}`)),
      )
      for (const phase of ['forward', 'backward'] as const) {
        const wanted = layout.links.filter(({ id }) => acted.has(`${phase} ${id}`)).length
        expect(
          elements.graph.querySelectorAll(`.way.${phase}.acted`),
          `${phase} ${done}`,
        ).toHaveLength(wanted)
      }
    }
  })

  it('are drawn once each way, back only where a gradient comes back', () => {
    const { unfold, elements } = open()
    const { links } = toPicture(unfold).layout
    const count = (selector: string) => elements.graph.querySelectorAll(selector).length
    expect(count('.links .way.forward')).toBe(links.length)
    expect(count('.links .way.backward')).toBe(links.filter(({ carries }) => carries).length)
  })
})

describe('a ⊕', () => {
  it('adds once the first of its gradients has arrived', () => {
    const { unfold, elements, paint } = open(word, 'contribution')
    const { schedule, layout, trace } = toPicture(unfold)
    for (const done of range(0, lengthOf(unfold))) {
      paint(done)
      const wanted = layout.pluses.filter(({ node }) =>
        schedule.contributions
          .slice(0, done)
          .some((one) => one.phase === 'backward' && one.node === node),
      )
      expect(elements.graph.querySelectorAll('.plus.adds')).toHaveLength(wanted.length)
    }
    expect(elements.graph.querySelectorAll('.plus')).toHaveLength(trace.graph.tau - 1)
  })
})

describe('the track', () => {
  it('shows the length of each state’s gradient once it is computed', () => {
    const { unfold, elements, paint } = open()
    const { schedule, trace } = toPicture(unfold)
    const states = trace.graph.nodes.filter(({ of, t }) => of.name === 'h' && t! > 0)
    for (const playhead of range(0, lengthOf(unfold))) {
      paint(playhead)
      const done = schedule.steps.variable[playhead - 1]?.to ?? 0
      const ready = states.filter(({ id }) => schedule.gradientReady[id]! <= done)
      expect(elements.graph.querySelectorAll('.track .ready')).toHaveLength(ready.length)
    }
    expect(elements.graph.querySelectorAll('.track .bar')).toHaveLength(states.length)
  })

  it('opens the gradient whose length is pressed', () => {
    const { elements, actions } = open()
    const bar = elements.graph.querySelectorAll('.track .bar')[1]!
    bar.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(actions.select.mock.calls).toEqual([['h(2)', null, 'backward']])
  })
})

describe('numbers', () => {
  it('grow with their cells, up to a size that their rows have room for', () => {
    const { unfold, elements, update } = open()
    const size = () =>
      Number.parseFloat(
        elements.graph.querySelector<SVGElement>('.boxes')!.style.getPropertyValue('--number'),
      )
    setRoom(unfold, { width: 300, height: 800 })
    update()
    expect(size()).toBe(13)
    setRoom(unfold, { width: 1400, height: 1000 })
    update()
    expect(size()).toBeGreaterThan(15)
    expect(size()).toBeLessThanOrEqual(16)
  })
})

describe('the legend', () => {
  it('says how far the values of the variable at hand reach, once all of them are computed', () => {
    const { unfold, paint, update, elements } = open()
    const { trace, schedule, scales } = toPicture(unfold)
    const states = trace.graph.nodes.filter(({ of }) => of.name === 'h')
    const extent = toCellText(scales.valueExtent(states[0]!))
    const firstLine = () => elements.legend.firstElementChild!.textContent
    select(unfold, 'h(2)')
    update()
    const readyAt = Math.max(...states.map(({ id }) => schedule.valueReady[id]!))
    const ready = schedule.steps.variable.findIndex(({ to }) => to >= readyAt) + 1
    paint(ready - 1)
    expect(firstLine()).toBe('−maxmax· values of h; others differ')
    paint(ready)
    expect(firstLine()).toBe(`−${extent}${extent}· values of h; others differ`)
    select(unfold, null)
    update()
    paint(1)
    expect(firstLine()).toBe('−maxmax· values of a; others differ')
  })

  it('says how far the gradients reach once all of them are computed, and not before', () => {
    const { unfold, paint, elements } = open()
    const extent = toCellText(toPicture(unfold).scales.gradientExtent)
    const ends = (legend: Element) => legend.textContent!.split(extent).length - 1
    const last = lengthOf(unfold)
    for (const playhead of [0, 3, last - 1, last, last - 1]) {
      paint(playhead)
      expect(ends(elements.legend), String(playhead)).toBe(playhead === last ? 2 : 0)
    }
  })
})

describe('the timeline', () => {
  it('is a slider that says where it stands, of how many steps, in a sentence', () => {
    for (const grain of grains) {
      const { unfold, paint, slider } = open(word, grain)
      const all = lengthOf(unfold)
      for (const playhead of range(0, all)) {
        paint(playhead)
        const value = (name: string) => slider().getAttribute(`aria-${name}`)
        expect([value('valuemin'), value('valuenow'), value('valuemax')]).toEqual([
          ...['0', String(playhead), String(all)],
        ])
        expect(value('valuetext')).toBe(currentSentence(unfold))
        expect(value('valuetext')).not.toBe('')
      }
      expect(slider().getAttribute('tabindex')).toBe('0')
    }
  })

  it('says a step when it is finished, not while it is under way', () => {
    const { paint, slider } = open()
    paint(3)
    const text = slider().getAttribute('aria-valuetext')
    paint(3.7)
    expect(slider().getAttribute('aria-valuenow')).toBe('3')
    expect(slider().getAttribute('aria-valuetext')).toBe(text)
  })

  it('has its knob where the playhead is', () => {
    const { unfold, elements, paint } = open()
    const { places } = toPicture(unfold)
    places.points.forEach(({ x, y }, k) => {
      paint(k)
      const knob = elements.timeline.querySelector('.knob')!
      expect([Number(knob.getAttribute('cx')), Number(knob.getAttribute('cy'))]).toEqual([x, y])
    })
  })

  const openTimeline = () => {
    const { unfold, elements, actions } = open()
    const { points } = toPicture(unfold).places
    const hit = elements.timeline.querySelector('.hit')!
    /** The pointer at the place of a playhead, or some way off it. */
    const point = (type: string, k: number, pointerType = 'mouse', down = 0) => {
      const { x: clientX, y } = points[k]!
      const place = { clientX, clientY: y + down, bubbles: true, pointerId: 1, pointerType }
      hit.dispatchEvent(new PointerEvent(type, place))
    }
    document.body.append(elements.timeline)
    return { point, elements, actions }
  }

  it('is left alone by a finger that goes up or down, and follows one that taps or goes along', () => {
    const { point, elements, actions } = openTimeline()
    const gesture = (...places: readonly (readonly [k: number, down: number])[]) => {
      const [first, last] = [places[0]!, places.at(-1)!]
      point('pointerdown', first[0], 'touch', first[1])
      for (const [k, down] of places) point('pointermove', k, 'touch', down)
      point('pointerup', last[0], 'touch', last[1])
      return actions.scrub.mock.calls.splice(0)
    }
    expect(gesture([5, 0], [5, -20], [9, -60])).toEqual([])
    expect(gesture([5, 0], [5, 3])).toEqual([[5, true]])
    expect(gesture([5, 0], [9, 0], [9, 40])).toEqual([
      [9, false],
      [expect.any(Number), false],
      [expect.any(Number), true],
    ])
    elements.timeline.remove()
  })

  it('leads to the playhead of the place where it is pressed, and follows the pointer', () => {
    const { point, elements, actions } = openTimeline()
    point('pointermove', 3)
    point('pointerdown', 5)
    for (const k of [6, 20]) point('pointermove', k)
    point('pointerup', 20)
    point('pointermove', 9)
    elements.timeline.remove()
    expect(actions.scrub.mock.calls).toEqual([
      [5, false],
      [6, false],
      [20, false],
      [20, true],
    ])
  })

  it('is named, as the graph is, in the language of the page', () => {
    const { unfold, elements, update, slider } = open()
    const names = () => [
      elements.graph.querySelector('[role=group]')!.getAttribute('aria-label'),
      slider().getAttribute('aria-label'),
    ]
    expect(names()).toEqual(['Unfolded graph', 'Timeline'])
    setLanguage(unfold, 'zh')
    update()
    for (const name of names()) expect(name).toMatch(/\p{Script=Han}/u)
  })
})

describe('a long sequence', () => {
  const longOf = (tau: number, isFoldOpen: boolean, hiddenSize = 2) => {
    const network = createNetwork(1, {
      ...{ inputSize: 2, hiddenSize, outputSize: 2, tau, activation: 'tanh' },
      ...{ inputs: 'classes', targets: 1, hasInitialState: false },
    })
    const view = { zoomLevel: 0, isFoldOpen }
    return openUnfold(network, { room: { width: 1000, height: 700 }, view }).unfold
  }
  const timesIn = (graph: Element) =>
    new Set(
      [...graph.querySelectorAll('.box')].flatMap((box) => {
        const time = /\((\d+)\)/.exec(box.getAttribute('data-key')!)?.[1]
        return time === undefined ? [] : Number(time)
      }),
    )

  it('that is open is drawn near the window alone', () => {
    const unfold = longOf(300, true)
    const { columns, fold, links } = toPicture(unfold).layout
    expect(fold).toBeNull()
    const { elements, stage } = draw(unfold, [0, 600])
    for (const t of [1, 150, 300]) {
      const left = columns.find((column) => column.t === t)!.x
      stage.update(toPicture(unfold), [left - 300, left + 300])
      stage.paint(0)
      const drawn = timesIn(elements.graph)
      expect(drawn).toContain(t)
      expect(drawn.size).toBeLessThan(30)
      for (const other of drawn) expect(Math.abs(other - t)).toBeLessThan(25)
      // The lines to the total pass by every column; of the others there are a few.
      const lines = elements.graph.querySelectorAll('.links .way.forward').length
      expect(lines).toBeLessThan(links.length / 2)
    }
  })

  it('shows other columns when the window moves, as if it had opened there', () => {
    // So wide that not all has room for its numbers from the start.
    const unfold = longOf(40, true, 20)
    const { columns } = toPicture(unfold).layout
    const window = (t: number) => [columns[t]!.x, columns[t]!.x + 800] as const
    const { stage, lines } = draw(unfold, window(3))
    const { steps } = toPicture(unfold).schedule
    const playhead = steps.variable.findIndex(({ key }) => key === 'backward h(20)') + 1.5
    stage.paint(playhead)
    stage.update(toPicture(unfold), window(20))
    stage.paint(playhead)
    const fresh = draw(unfold, window(20))
    fresh.stage.paint(playhead)
    expect(lines()).toEqual(fresh.lines())
  })

  it('has its middle folded away until it is opened', () => {
    const unfold = longOf(40, false)
    const { fold } = toPicture(unfold).layout
    const { elements, actions, stage } = draw(unfold)
    stage.paint(40)
    const drawn = timesIn(elements.graph)
    expect(fold).not.toBeNull()
    for (const t of [1, 40]) expect(drawn).toContain(t)
    for (const t of drawn) expect(t < fold!.from || t > fold!.to).toBe(true)
    const opener = elements.graph.querySelector('.fold [role=button]')!
    expect(opener.getAttribute('aria-label')).toContain(String(fold!.to - fold!.from + 1))
    opener.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    opener.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    expect(actions.openFold).toHaveBeenCalledTimes(2)
  })

  it('with its middle folded away marks the present step in it, or its column beside it', () => {
    const unfold = longOf(40, false)
    const { layout, schedule } = toPicture(unfold)
    const { elements, paint } = draw(unfold)
    const fold = layout.fold!
    const lane = laneOfFold(fold)
    for (const step of [1, 30, 100, 200, lengthOf(unfold) - 1]) {
      paint(step)
      const { t } = schedule.steps.variable[step - 1]!
      const mark = elements.graph.querySelector('.fold .present')
      const isIn = t !== null && t >= fold.from && t <= fold.to
      expect(mark !== null).toBe(isIn)
      expect(elements.graph.querySelector('.column')!.getAttribute('visibility')).toBe(
        isIn || t === null ? 'hidden' : 'inherit',
      )
      if (!mark) continue
      const [x, width] = ['x', 'width'].map((name) => Number(mark.getAttribute(name)))
      const place = (x! + width! / 2 - lane.x) / lane.width
      expect(Math.floor(place * (fold.to - fold.from + 1))).toBe(t! - fold.from)
    }
  })

  it('with its middle folded to almost nothing has an overview of all times', () => {
    const unfold = longOf(40, false)
    const { fold, timeline } = toPicture(unfold).layout
    const { elements } = draw(unfold)
    const times = [...elements.timeline.querySelectorAll('.times text')].map((text) =>
      Number(text.textContent!.replace(/\D/g, '')),
    )
    expect(timeline.isOverview).toBe(true)
    expect(times.some((t) => t >= fold!.from && t <= fold!.to)).toBe(true)
    const gaps = new Set(times.slice(2).map((t, i) => t - times[i + 1]!))
    expect(gaps.size).toBe(1)
  })

  it('has its last time inside the turn of the line, however long it is', () => {
    const unfold = longOf(1000, false)
    const { right, forward, backward } = toPicture(unfold).layout.timeline
    const last = [...draw(unfold).elements.timeline.querySelectorAll('.times text')].at(-1)!
    expect(last.textContent).toBe('1,000')
    const end = Number(last.getAttribute('x')) + 14
    expect(end).toBeLessThan(right + (backward - forward) / 2 - 8)
  })

  it('with its middle folded away is the same picture, whatever was painted before', () => {
    const unfold = longOf(40, false)
    const { paint, lines } = draw(unfold)
    const all = lengthOf(unfold)
    for (const share of [0.9, 0.4, 0.7]) {
      paint(Math.round(share * all))
      expect(lines()).toEqual(freshAt(unfold, Math.round(share * all)))
    }
  })
})

describe('a stage that is destroyed', () => {
  it('leaves nothing behind', () => {
    const { stage, elements, paint } = open()
    paint(5)
    stage.destroy()
    expect([elements.graph.children.length, elements.timeline.children.length]).toEqual([0, 0])
  })
})

describe('a stage that is given nothing to draw', () => {
  it('paints nothing', () => {
    const svg = () => document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const elements = { graph: svg(), timeline: svg() }
    const { unfold } = openUnfold(word)
    const stage = createStage(elements, {
      ...{ select: () => {}, scrub: () => {}, point: () => {}, openFold: () => {} },
      sentence: () => currentSentence(unfold),
    })
    expect(() => stage.paint(3)).not.toThrow()
  })
})

describe('an arrow', () => {
  const idleOf = (elements: { readonly graph: Element }) =>
    elements.graph.querySelectorAll('.way.idle').length

  it('fades where no loss is computed through it any more', () => {
    const { unfold, update, elements } = open()
    expect(idleOf(elements)).toBe(0)
    setLosses(unfold, (t) => t === 1)
    update()
    const some = idleOf(elements)
    expect(some).toBeGreaterThan(0)
    setLosses(unfold, (t) => t === 2)
    update()
    expect(idleOf(elements)).toBeLessThan(some)
    setLosses(unfold, () => true)
    update()
    expect(idleOf(elements)).toBe(0)
  })
})

describe('pointing', () => {
  const over = (element: Element) =>
    element.dispatchEvent(new MouseEvent('pointerover', { bubbles: true }))

  it('at a variable says its name, and no longer when it is left', () => {
    const { actions, boxOf } = open()
    over(boxOf('h(2)')!)
    expect(actions.point.mock.lastCall).toEqual([{ phase: 'forward', edges: [], nodes: ['h(2)'] }])
    boxOf('h(2)')!.dispatchEvent(new MouseEvent('pointerout', { bubbles: true }))
    expect(actions.point.mock.lastCall).toEqual([null])
  })

  it('at an arrow says its edge, and that of the matrix on it; a way back can be pointed at once it has been gone', () => {
    const { unfold, actions, elements, paint } = open()
    const { schedule } = toPicture(unfold)
    const phases = () => {
      actions.point.mockClear()
      for (const near of elements.graph.querySelectorAll('path.near')) over(near)
      return actions.point.mock.calls.map(([pointed]) => pointed!.phase)
    }
    paint(0)
    expect(new Set(phases())).toEqual(new Set(['forward']))
    paint(schedule.steps.variable.length)
    expect(phases()).toContain('backward')
    const { nodes, edges } = toPicture(unfold).trace.graph
    for (const [pointed] of actions.point.mock.calls) {
      const [own, ...matrix] = pointed!.edges.map((id) => edges[id]!)
      expect(nodes[own!.from]!.of.dimensions.length).toBeLessThan(2)
      expect(matrix.length).toBeLessThan(2)
      for (const { from, to } of matrix) {
        expect(nodes[from]!.of.dimensions.length).toBe(2)
        expect(to).toBe(own!.to)
      }
    }
  })

  it('a press on an arrow chooses what it leads to, but close to a variable the variable', () => {
    const { unfold, actions, elements, paint } = open()
    paint(0)
    const { layout, trace } = toPicture(unfold)
    const keyOf = (id: number) => trace.graph.nodes[id]!.key
    const up = layout.links.find(({ from, to }) => keyOf(from) === 'h(2)' && keyOf(to) === 'o(2)')!
    const near = [...elements.graph.querySelectorAll<SVGPathElement>('path.near')].find(
      (path) => path.getAttribute('d') === up.forward.path,
    )!
    const pressAt = (clientY: number) => {
      const clientX = up.forward.end.x
      near.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX, clientY }))
      return actions.select.mock.lastCall![0]
    }
    const [h, o] = [up.from, up.to].map((id) => layout.boxOf.get(id)!)
    expect(pressAt((h!.y + o!.y + o!.height) / 2)).toBe('o(2)')
    expect(pressAt(h!.y - 4)).toBe('h(2)')
  })

  it('lights the arrow of one direction and the variables, until nothing is pointed at', () => {
    const { unfold, stage, elements, update } = open()
    const link = toPicture(unfold).layout.links.find((one) => one.backward && !isBias(one))!
    const lit = () =>
      [...elements.graph.querySelectorAll('.pointed')].map((one) => one.getAttribute('class')!)
    stage.point({ phase: 'backward', edges: [link.id], nodes: ['h(1)'] })
    expect(lit()).toHaveLength(2)
    expect(lit().some((name) => name.startsWith('way backward'))).toBe(true)
    update()
    expect(lit()).toHaveLength(2)
    stage.point(null)
    expect(lit()).toEqual([])
  })
})

describe('a gradient that is held back', () => {
  it('is drawn cut, on its way back alone', () => {
    const { unfold, elements, update } = open()
    const cuts = () => elements.graph.querySelectorAll('.way.cut')
    expect(cuts()).toHaveLength(0)
    toggleCut(unfold, 'h(1) a(2)')
    update()
    expect([...cuts()].map((way) => way.classList.contains('backward'))).toEqual([true])
    expect(cuts()[0]!.querySelector('.cross')).not.toBeNull()
    restoreCuts(unfold)
    update()
    expect(cuts()).toHaveLength(0)
  })

  it('leads to where it is let through again, pressed at its mark, though a variable is beside that', () => {
    const { unfold, actions, elements, boxOf, update, paint } = open()
    toggleCut(unfold, 'h(1) a(2)')
    update()
    paint(Infinity)
    const d = elements.graph.querySelector('.way.cut .cross')!.getAttribute('d')!
    const [x, y] = d.match(/-?[\d.]+/g)!.map(Number) as [number, number]
    const pressAt = (clientX: number) => {
      const press = { bubbles: true, clientX, clientY: y + 5 }
      boxOf('h(2)')!.dispatchEvent(new MouseEvent('click', press))
      return actions.select.mock.lastCall!
    }
    expect(pressAt(x + 15)).toEqual(['h(1)', null, 'backward'])
    expect(pressAt(x + 30)[0]).toBe('h(2)')
  })
})
