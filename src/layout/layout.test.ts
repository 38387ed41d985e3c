/** Layout, tested: everything has a place of its own, and every line leads from one to another. */
import { group } from 'd3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookWiring, createNetwork, wiringName, wirings } from '../../testing/networks'
import type { Role } from '../engine/cells/cell'
import { createMemory } from '../engine/memory'
import { graphOf } from '../engine/run'
import { type GraphEdge, type GraphNode, range } from '../engine/unfold'
import { type View, foldedWidth, numberCell, plainView } from './columns'
import { type Layout, type LinkRoute, toLayout } from './layout'
import { isBias } from './links'
import { nameFrame } from './nameFrame'
import type { Box, Column, Fold, NameWidth, Point, Route } from './shapes'

interface Case {
  readonly tau: number
  readonly inputSize: number
  readonly hiddenSize: number
  readonly outputSize: number
  readonly width: number
  readonly height: number
  readonly targets: number
  readonly view: View
  readonly wiring?: NonNullable<Parameters<typeof createNetwork>[1]['wiring']>
}

interface Laid extends Case {
  readonly layout: Layout
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly size: Int32Array
}

const lay = (which: Case, nameWidth?: NameWidth): Laid => {
  const { width, height, view, ...sizes } = which
  const network = createNetwork(1, {
    ...{ ...sizes, activation: 'tanh', inputs: 'classes', hasInitialState: false },
  })
  const graph = graphOf(network)
  const memory = createMemory(graph, network.architecture)
  const layout = toLayout(graph, memory, { width, height }, view, nameWidth)
  return { ...which, layout, nodes: graph.nodes, edges: graph.edges, size: memory.size }
}

const anySize = fc.integer({ min: 1, max: 64 })
const anyCase: fc.Arbitrary<Case> = fc.record({
  tau: fc.integer({ min: 1, max: 40 }),
  inputSize: anySize,
  hiddenSize: anySize,
  outputSize: anySize,
  width: fc.integer({ min: 320, max: 2000 }),
  height: fc.integer({ min: 300, max: 1200 }),
  targets: fc.constantFrom(0, 0.5, 1),
  view: fc.record({
    zoomLevel: fc.constantFrom(0, 0, 0, -8, -4, -2, -1, 1, 2, 4),
    isFoldOpen: fc.boolean(),
  }),
})

const opening = lay({
  ...{ tau: 4, inputSize: 4, hiddenSize: 4, outputSize: 4, width: 1000, height: 800, targets: 1 },
  view: plainView,
})
const least = { tau: 1, inputSize: 1, hiddenSize: 1, outputSize: 1, targets: 1, view: plainView }
const most = { tau: 40, inputSize: 64, hiddenSize: 64, outputSize: 64, targets: 1, view: plainView }
const [smallRoom, largeRoom] = [
  { width: 320, height: 300 },
  { width: 2000, height: 1200 },
]

/** Laid out once, looked at by every test. */
const all: readonly Laid[] = [
  opening,
  ...[least, most].flatMap((sizes) =>
    [smallRoom, largeRoom].map((room) => lay({ ...sizes, ...room })),
  ),
  ...fc.sample(anyCase, { numRuns: 70, seed: 1 }).map((which) => lay(which)),
]

/** What is wrong, by the case in which it is; to be nothing. */
type Complaints<T> = (each: T) => readonly (string | false)[]

const expectNone = (complaints: Complaints<Laid>): void => {
  for (const laid of all) {
    const { layout: _, nodes: __, edges: ___, size: ____, ...which } = laid
    const found = complaints(laid).filter((complaint) => complaint !== false)
    expect(found.slice(0, 5), JSON.stringify(which)).toEqual([])
  }
}

type Frame = Pick<Box, 'x' | 'y' | 'width' | 'height'>

const overlaps = (a: Frame, b: Frame): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** How far a point is from a box; 0 inside. */
const distance = ({ x, y }: Point, box: Frame): number =>
  Math.hypot(
    Math.max(box.x - x, 0, x - box.x - box.width),
    Math.max(box.y - y, 0, y - box.y - box.height),
  )

/** How far a point is from the nearest edge of a box. */
const distanceToEdge = (point: Point, box: Frame): number => {
  const outside = distance(point, box)
  if (outside > 0) return outside
  const { x, y, width, height } = box
  return Math.min(point.x - x, x + width - point.x, point.y - y, y + height - point.y)
}

const hasNumbers = ({ layout: { boxes } }: Pick<Laid, 'layout'>): boolean =>
  boxes.every(({ kind, cellWidth }) => kind !== 'vector' || cellWidth >= numberCell)

const isFolded = (fold: Fold | null, t: number | null): boolean =>
  fold !== null && t !== null && fold.from <= t && t <= fold.to

const roleOf = ({ of }: GraphNode): Role | null => ('role' in of ? of.role : null)
const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6
const centerOf = ({ x, width }: Box): number => x + width / 2
const middleOf = ({ y, height }: Box): number => y + height / 2

describe('boxes', () => {
  it('stand for every variable at every time that is not folded away, and for nothing else', () => {
    expectNone(({ layout: { boxes, boxOf, fold }, nodes }) => {
      const wanted = nodes
        .filter(({ kind, t }) => kind !== 'parameter' && !isFolded(fold, t))
        .map(({ id }) => id)
      const found = boxes.map(({ node }) => node).toSorted((a, b) => a - b)
      return [
        found.join() !== wanted.join() && 'not the variables',
        boxOf.size !== wanted.length && 'not found by all nodes',
        ...boxes.map((box) => boxOf.get(box.node) !== box && `${box.node} is not found`),
      ]
    })
  })

  it('do not overlap', () => {
    expectNone(({ layout: { boxes }, nodes }) =>
      boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .map((b) => overlaps(a, b) && `${nodes[a.node]!.key} ${nodes[b.node]!.key}`),
      ),
    )
  })

  it('of a time stand inside its column, the total right of all columns', () => {
    expectNone(({ layout: { boxes, columns, width }, nodes }) => {
      const last = columns.at(-1)!
      return boxes.flatMap((box) => {
        const { key, t } = nodes[box.node]!
        const column = columns.find((one) => one.t === t)
        const [left, right] = column
          ? [column.x, column.x + column.width]
          : [last.x + last.width, width]
        return [
          column === undefined && t !== null && `${key} has no column`,
          box.x < left - 1e-9 && `${key} begins too far left`,
          box.x + box.width > right + 1e-9 && `${key} ends too far right`,
          column !== undefined && !isNear(centerOf(box), column.center) && `${key} is off centre`,
        ]
      })
    })
  })

  it('of a variable stand in one row, as large at every time', () => {
    expectNone(({ layout: { boxes }, nodes }) =>
      [...group(boxes, ({ node }) => nodes[node]!.of.name)].map(
        ([name, [first, ...others]]) =>
          others.some(
            ({ y, width, height }) =>
              y !== first!.y || width !== first!.width || height !== first!.height,
          ) && name,
      ),
    )
  })

  it('stand in the order of the book: from x at the bottom to y at the top', () => {
    const order: readonly (Role | null)[] = [
      ...(['input', 'preactivation', 'state', 'logits', 'probabilities', 'stepLoss'] as const),
      'target',
    ]
    expectNone(({ layout: { boxes }, nodes }) => {
      const level = ({ node }: Box) => order.indexOf(roleOf(nodes[node]!))
      return [...group(boxes, ({ node }) => nodes[node]!.t)].flatMap(([t, column]) => {
        const upward = column.toSorted((a, b) => level(a) - level(b))
        return upward
          .slice(1)
          .map((box, i) => t !== null && box.y + box.height > upward[i]!.y && nodes[box.node]!.key)
      })
    })
  })

  it('of the total stand in the row of the losses that it adds', () => {
    expectNone(({ layout: { boxes }, nodes }) => {
      const total = boxes.find(({ node }) => nodes[node]!.t === null)!
      return boxes
        .filter(({ node }) => roleOf(nodes[node]!) === 'stepLoss')
        .map((box) => !isNear(middleOf(box), middleOf(total)) && nodes[box.node]!.key)
    })
  })

  it('are of the kind of what they show', () => {
    expectNone(({ layout: { boxes }, nodes }) =>
      boxes.map(({ node, kind }) => {
        const isTarget = roleOf(nodes[node]!) === 'target'
        const isVector = nodes[node]!.of.dimensions.length > 0
        return kind !== (isTarget ? 'symbol' : isVector ? 'vector' : 'scalar') && nodes[node]!.key
      }),
    )
  })

  it('of vectors hold their cells: a row of values, and a row of gradients where one comes back', () => {
    expectNone(({ layout: { boxes }, nodes, size }) =>
      boxes
        .filter(({ kind }) => kind === 'vector')
        .flatMap((box) => {
          const { cellX, cellWidth, cellHeight, valueY, gradientY } = box
          const { key, carries } = nodes[box.node]!
          const right = cellX + size[box.node]! * cellWidth
          const bottom = (gradientY ?? valueY) + cellHeight
          return [
            !(cellWidth > 0) && `${key} has cells without width`,
            (gradientY !== null) !== carries && `${key} has a row too many or too few`,
            cellX < box.x && `${key} has cells left of it`,
            right > box.x + box.width + 1e-9 && `${key} has cells right of it`,
            valueY < box.y && `${key} has cells above it`,
            bottom > box.y + box.height + 1e-9 && `${key} has cells under it`,
            gradientY !== null && gradientY < valueY + cellHeight && `${key} has rows that overlap`,
          ]
        }),
    )
  })
})

it('numbers of a short vector stay where a longer one has no room for its own', () => {
  const { layout, nodes } = lay({ ...opening, inputSize: 28, outputSize: 28, hiddenSize: 3 })
  const cellOf = (key: string) =>
    layout.boxes.find(({ node }) => nodes[node]!.key === key)!.cellWidth
  expect(cellOf('x(2)')).toBeLessThan(numberCell)
  expect(['h(0)', 'a(2)', 'h(2)'].map(cellOf)).toEqual([numberCell, numberCell, numberCell])
})

describe('columns', () => {
  it('follow each other from the initial state to the last step, as wide at every step', () => {
    expectNone(({ layout: { columns, fold }, tau }) => {
      const steps = columns.filter(({ t }) => t > 0 && !isFolded(fold, t))
      return [
        columns.map(({ t }) => t).join() !== range(0, tau).join() && 'times',
        ...columns
          .slice(1)
          .flatMap((column, i) => [
            !isNear(column.x, columns[i]!.x + columns[i]!.width) && `a gap before ${column.t}`,
            !isNear(column.center, column.x + column.width / 2) && `${column.t} is off centre`,
          ]),
        ...steps.map(({ t, width }) => !isNear(width, steps[0]!.width) && `${t} has another width`),
      ]
    })
  })
})

describe('a fold', () => {
  it('leaves the first and the last steps, and takes up the place of those between', () => {
    expectNone(({ layout: { columns, fold }, tau }) => {
      if (!fold) return []
      const [first, last] = [columns[fold.from]!, columns[fold.to]!]
      return [
        !(fold.from > 1 && fold.from < fold.to && fold.to < tau) && `${fold.from} to ${fold.to}`,
        !isNear(fold.x, first.x) && 'it begins elsewhere',
        !isNear(fold.x + fold.width, last.x + last.width) && 'it ends elsewhere',
      ]
    })
  })

  it('is there only where it was not opened, of what would not fit', () => {
    expectNone(({ layout: { fold }, view, tau }) => [
      fold !== null && view.isFoldOpen && 'it was opened',
      fold !== null && tau < 5 && 'there is nothing to fold',
    ])
    const folds = all.filter(({ layout }) => layout.fold !== null)
    expect(folds.length).toBeGreaterThan(10)
    expect(opening.layout.fold).toBeNull()
    const closed = { ...opening, view: { ...plainView, isFoldOpen: false } }
    expect(lay(closed).layout.fold).toBeNull()
  })

  it('lies on no box', () => {
    expectNone(({ layout: { boxes, fold }, nodes }) =>
      fold
        ? boxes.map(
            ({ x, width, node }) =>
              x + width > fold.x && x < fold.x + fold.width && nodes[node]!.key,
          )
        : [],
    )
  })
})

describe('the whole', () => {
  it('holds everything that is drawn', () => {
    expectNone(({ layout }) => {
      const { width, height, boxes, links, pluses, track, rows } = layout
      const isInside = ({ x, y }: Point) => x >= 0 && x <= width && y >= 0 && y <= height
      const points = [
        ...boxes.flatMap(({ x, y, width: w, height: h, name }) => [
          { x, y },
          { x: x + w, y: y + h },
          name,
        ]),
        ...links.flatMap(({ forward, backward, label }) => [
          ...pointsOf(forward),
          ...(backward ? pointsOf(backward) : []),
          ...(label ? [label] : []),
        ]),
        ...pluses,
      ]
      const bottom = rows.at(-1)!.top + rows.at(-1)!.height
      return [
        ...points.map((point) => !isInside(point) && JSON.stringify(point)),
        !(bottom < track.top && track.top < track.base && track.base < height) && 'the track',
      ]
    })
  })

  it('leaves room between a name and the box above it, however low the window is', () => {
    expectNone(({ layout: { boxOf, links } }) =>
      links.flatMap(({ from, to }) => {
        const [lower, upper] = [boxOf.get(from), boxOf.get(to)]
        const isNamed = lower && upper && lower.name.y < lower.y && upper.y < lower.y
        if (!isNamed || lower.kind !== 'vector') return []
        const gap = lower.y - upper.y - upper.height
        return [gap > 0 && gap < 22 && `${lower.key} under ${upper.key}: ${gap}`]
      }),
    )
  })

  it('has a timeline under the columns, or, where they do not fit or are folded small, across its room', () => {
    expectNone(({ layout: { timeline, columns, fold, width: own, zoom }, width, tau }) => {
      const { left, right, labels, forward, backward, height } = timeline
      const [first, last] = [timeline.columns[0]!, timeline.columns.at(-1)!]
      // An overview has its times inside: the columns over it are others.
      const heights = timeline.isOverview
        ? [0, forward, labels, backward, height]
        : [0, labels, forward, backward, height]
      const steps = columns.filter(({ t }) => t > 0)
      return [
        heights.some((y, i) => i > 0 && y <= heights[i - 1]!) && `heights ${heights.join()}`,
        timeline.columns.map(({ t }) => t).join() !== range(1, tau).join() && 'times',
        !(left < right) && 'it has no length',
        left < first.x && 'it begins too early',
        right > last.x + last.width && 'it ends too late',
        timeline.isOverview && right > width / zoom && 'it does not fit',
        timeline.isOverview !== own * zoom > width + zoom &&
          !isNear(own * zoom, width) &&
          !fold &&
          'wrong kind',
        !timeline.isOverview &&
          timeline.columns.some((column) => column.width < Math.min(8, steps[0]!.width)) &&
          'times that cannot be told apart',
        ...steps.map(
          (column, i) =>
            !timeline.isOverview &&
            !isNear(column.x, timeline.columns[i]!.x) &&
            `${column.t} stands elsewhere`,
        ),
      ]
    })
  })

  it('fills the width of its room at least, and is never drawn much smaller than it is', () => {
    expectNone(({ layout: { zoom, width: own }, width }) => [
      zoom < 0.66 && `zoom ${zoom}`,
      own * zoom < width - 1e-6 && `${own * zoom} of ${width}`,
    ])
  })

  it('stays within its room where there is room for everything', () => {
    const { layout, width, height } = opening
    expect(layout.width * layout.zoom).toBeCloseTo(width, 6)
    const together = layout.height + layout.timeline.height
    expect(together * layout.zoom).toBeLessThanOrEqual(height + 1e-6)
  })

  it('shows every row and number of four steps in a small window, too', () => {
    const room = { width: 804, height: 560 }
    const sizes = { tau: 4, inputSize: 4, hiddenSize: 3, outputSize: 4, targets: 1 }
    const { layout } = lay({ ...sizes, ...room, view: plainView })
    expect(hasNumbers({ layout })).toBe(true)
    expect(layout.width * layout.zoom).toBeLessThanOrEqual(room.width + 1)
    expect((layout.height + layout.timeline.height) * layout.zoom).toBeLessThanOrEqual(room.height)
  })

  it('leaves no row of a column to be scrolled to on a phone that lies', () => {
    // 844 × 390 and 667 × 375: between bar and buttons there are 285 and 270; track and timeline are a third more, below.
    for (const [width, seen] of [
      [720, 285],
      [543, 270],
    ] as const) {
      const sizes = { tau: 4, inputSize: 4, hiddenSize: 3, outputSize: 4, targets: 1 }
      const room = { width, height: 1.33 * seen }
      const { rows, zoom, hasHeadings } = lay({ ...sizes, ...room, view: plainView }).layout
      const last = rows.at(-1)!
      expect((last.top + last.height) * zoom).toBeLessThanOrEqual(seen)
      expect(hasHeadings).toBe(false)
    }
  })

  it('is drawn a little smaller where the first column is seen whole so, beside the folded graph', () => {
    const network = createNetwork(1, {
      ...{ tau: 4, inputSize: 4, hiddenSize: 3, outputSize: 4, targets: 1 },
      ...{ activation: 'tanh', inputs: 'classes', hasInitialState: false },
    })
    const graph = graphOf(network)
    const memory = createMemory(graph, network.architecture)
    const rightOfFirst = (whole: number) => {
      const { columns, zoom } = toLayout(graph, memory, { width: whole - 110, height: 600, whole })
      const { x, width } = columns.find(({ t }) => t === 1)!
      return (foldedWidth + x + width) * zoom
    }
    expect(rightOfFirst(390)).toBeCloseTo(390, 6)
    // Where letters would no longer be legible nothing shrinks for it.
    expect(rightOfFirst(320)).toBeGreaterThan(400)
  })

  it('comes to rest beside the folded graph, at one size from wherever it comes, and lacks much or nothing', () => {
    for (const [tau, symbols] of [
      [4, 2],
      [4, 4],
      [5, 4],
      [5, 3],
      [6, 2],
      [8, 3],
    ] as const) {
      const network = createNetwork(1, {
        ...{ tau, inputSize: symbols, hiddenSize: 3, outputSize: symbols, targets: 1 },
        ...{ activation: 'tanh', inputs: 'classes', hasInitialState: false },
      })
      const graph = graphOf(network)
      const memory = createMemory(graph, network.architecture)
      for (const [whole, height] of [
        [928, 560],
        [1014, 600],
        [1088, 705],
        [1490, 845],
      ] as const) {
        /** What the folded graph leaves follows from the size that it is drawn at, and the other way round. */
        const settled = [0.8, 1, 1.4].map((start) => {
          let zoom = start
          let layout = toLayout(graph, memory, { width: whole - foldedWidth * zoom, height, whole })
          for (let i = 0; i < 4; i++) {
            ;({ zoom } = layout)
            layout = toLayout(graph, memory, { width: whole - foldedWidth * zoom, height, whole })
          }
          expect(layout.zoom).toBeCloseTo(zoom, 6)
          return layout
        })
        for (const { zoom, width } of settled) {
          expect(zoom).toBeCloseTo(settled[0]!.zoom, 6)
          const missing = (foldedWidth + width) * zoom - whole
          expect(
            missing < 0.5 || missing > 0.1 * whole,
            `${tau} ${symbols} ${whole} ${missing}`,
          ).toBe(true)
        }
      }
    }
  })

  it('says of every step without a target that it has none, where there is room', () => {
    expectNone(({ layout, nodes }) => {
      const isTarget = ({ of }: GraphNode) => 'role' in of && of.role === 'target'
      const wanting = nodes.filter(isTarget)
      // Of the end alone no other step is said to lack it.
      if (wanting.some(({ of }) => (of as { times?: string }).times !== 'each')) return []
      const said = new Set(layout.targetless.map(({ x }) => x))
      return layout.columns.flatMap(({ t, center, width }) => {
        if (t === 0 || width < 90) return said.has(center) ? [`${t} is narrow`] : []
        const { fold } = layout
        const lacks =
          !wanting.some((node) => node.t === t) && !(fold && fold.from <= t && t <= fold.to)
        return lacks === said.has(center) ? [] : [`${t}: ${lacks}`]
      })
    })
  })

  it('is drawn smaller only where all of it is seen so', () => {
    expectNone(({ layout, width, height }) => [
      layout.zoom < 1 &&
        layout.width * layout.zoom > width + 1 &&
        (layout.height + layout.timeline.height) * layout.zoom > height + 1 &&
        `${layout.width} × ${layout.height} by ${layout.zoom}`,
    ])
  })

  it.each([
    { tau: 6, symbols: 4 },
    { tau: 9, symbols: 7 },
    { tau: 12, symbols: 2 },
    { tau: 12, symbols: 9 },
    { tau: 26, symbols: 26 },
    { tau: 60, symbols: 5 },
  ])(
    'has clearly larger numbers on a screen of 1920 than on one of 1440, and no fewer columns: $tau steps of $symbols symbols',
    ({ tau, symbols }) => {
      const sizes = { tau, hiddenSize: 3, inputSize: symbols, outputSize: symbols, targets: 1 }
      const on = (width: number, height: number) => {
        const view = { zoomLevel: 0, isFoldOpen: false }
        const { layout, nodes } = lay({ ...sizes, width, height, view })
        const { cellWidth } = layout.boxes.find(({ node }) => nodes[node]!.key === 'h(1)')!
        const isSeen = ({ t, x, width: own }: Column) =>
          t > 0 && own > 80 && (x + own) * layout.zoom <= width + 1
        return { cell: cellWidth * layout.zoom, seen: layout.columns.filter(isSeen).length }
      }
      const [plain, large] = [on(964, 705), on(1340, 845)]
      expect(large.cell).toBeGreaterThan(1.2 * plain.cell)
      expect(large.seen).toBeGreaterThanOrEqual(plain.seen)
    },
  )

  it('is made of finite numbers', () => {
    for (const { layout } of all)
      expect(
        JSON.stringify({ ...layout, boxOf: '' }, (key, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? `not finite: ${key}` : value,
        ),
      ).not.toContain('not finite')
  })

  it('is the same for the same network and room', () => {
    for (const { layout, nodes: _, edges: __, size: ___, ...which } of all.slice(0, 8))
      expect(lay(which).layout).toEqual(layout)
  })

  it('is laid out for a thousand steps, too', () => {
    const { layout } = lay({
      ...{ tau: 1000, inputSize: 8, hiddenSize: 8, outputSize: 8, targets: 1 },
      ...{ width: 1440, height: 900, view: plainView },
    })
    expect(layout.columns).toHaveLength(1001)
    expect(layout.boxes).toHaveLength(7 * 1000 + 2)
  })
})

describe('names', () => {
  /** About as wide as it is written: a letter, and its time in small digits. */
  const frameOf = ({ name }: Box, { t }: GraphNode): Frame => {
    const width = 11 + (t === null ? 0 : 8 + 6 * String(t).length)
    const left = { start: 0, middle: width / 2, end: width }[name.anchor]
    return { x: name.x - left, y: name.y - 9, width, height: 10 }
  }

  it('do not lie on other boxes', () => {
    expectNone(({ layout: { boxes }, nodes }) =>
      boxes.flatMap((box) => {
        const name = frameOf(box, nodes[box.node]!)
        return boxes.map(
          (other) =>
            other !== box &&
            overlaps(name, other) &&
            `${nodes[box.node]!.key} on ${nodes[other.node]!.key}`,
        )
      }),
    )
  })

  it('stand beside their boxes', () => {
    expectNone(({ layout: { boxes }, nodes }) =>
      boxes.map((box) => distance(box.name, box) > 24 && nodes[box.node]!.key),
    )
  })
})

describe('lines', () => {
  /** A few pixels. */
  const near = 6
  const plusRadius = 12

  /** Of links with both ends in sight. */
  const expectNoneOfLinks = (
    complaints: (laid: Laid, link: LinkRoute, from: Box, to: Box) => readonly (string | false)[],
  ): void =>
    expectNone((laid) =>
      laid.layout.links.flatMap((link) => {
        const [from, to] = [laid.layout.boxOf.get(link.from), laid.layout.boxOf.get(link.to)]
        if (!from || !to) return []
        const name = `${laid.nodes[link.from]!.key} → ${laid.nodes[link.to]!.key}`
        return complaints(laid, link, from, to).map((text) => text !== false && `${name}: ${text}`)
      }),
    )

  it('are those of the graph whose ends are in sight, and those that lead into a fold and out of it', () => {
    expectNone(({ layout: { links, fold, boxOf }, nodes, edges }) => {
      const isIn = (id: number) => isFolded(fold, nodes[id]!.t)
      const isNext = (a: number, b: number) => Math.abs(nodes[a]!.t! - nodes[b]!.t!) === 1
      const isVector = ({ from }: { from: number }) => nodes[from]!.of.dimensions.length === 1
      const biases = edges.filter(
        (edge) => nodes[edge.from]!.kind === 'parameter' && isVector(edge) && !isIn(edge.to),
      )
      const leaving = edges
        .filter(({ from }) => nodes[from]!.kind !== 'parameter')
        .filter(({ from, to }) => !(isIn(from) && isIn(to)))
        .filter(
          ({ from, to }) =>
            (!isIn(from) && !isIn(to)) || (nodes[to]!.t !== null && isNext(from, to)),
        )
      const found = new Set(links.map(({ id }) => id))
      return [
        ...[...leaving, ...biases].map(
          ({ id, from, to }) =>
            !found.has(id) && `${nodes[from]!.key} → ${nodes[to]!.key} is missing`,
        ),
        ...links.map(
          ({ from, to }) => !boxOf.has(from) && !boxOf.has(to) && `${from} → ${to} is out of sight`,
        ),
        found.size !== links.length && 'twice',
      ]
    })
  })

  it('lead forward from an edge of the box where they start to one of the box where they end', () => {
    expectNoneOfLinks((_, { forward }, from, to) => [
      distanceToEdge(pointsOf(forward)[0]!, from) > near && 'start',
      distanceToEdge(forward.end, to) > near && 'end',
    ])
  })

  it('lead from nearby into an edge of its box, and back, for a bias', () => {
    expectNone(({ layout: { links, boxOf } }) =>
      links.filter(isBias).flatMap(({ to, forward, backward, carries }) => {
        const box = boxOf.get(to)!
        const outside = pointsOf(forward)[0]!
        return [
          distanceToEdge(forward.end, box) > near && 'end',
          distanceToEdge(outside, box) < near && 'start',
          distanceToEdge(outside, box) > 20 && 'far',
          (backward !== null) !== carries && 'back',
          backward !== null && distanceToEdge(pointsOf(backward)[0]!, box) > near && 'back start',
        ]
      }),
    )
  })

  it('lead back the other way, to the ⊕ where there is one', () => {
    expectNoneOfLinks(({ layout: { pluses } }, { from: id, backward }, from, to) => {
      if (!backward) return []
      const { x, y } = backward.end
      const plus = pluses.find(({ node }) => node === id)
      const isHome =
        (plus && Math.hypot(plus.x - x, plus.y - y) < plusRadius) ||
        distanceToEdge(backward.end, from) < near
      return [distanceToEdge(pointsOf(backward)[0]!, to) > near && 'start', !isHome && 'end']
    })
  })

  it('lead back exactly where a gradient does', () => {
    expectNoneOfLinks((_, { carries, backward }) => [(backward !== null) !== carries && 'back'])
  })

  it('end where their arrow heads are, which point along their last stretch', () => {
    expectNoneOfLinks((_, { forward, backward }) =>
      [forward, ...(backward ? [backward] : [])].flatMap((route) => {
        const { heading, end } = route
        const [before, last] = pointsOf(route).slice(-2) as [Point, Point]
        const [dx, dy] = [last.x - before.x, last.y - before.y]
        const along = (dx * heading.x + dy * heading.y) / Math.hypot(dx, dy)
        return [
          !isNear(Math.hypot(heading.x, heading.y), 1) && 'length of the heading',
          !(isNear(last.x, end.x) && isNear(last.y, end.y)) && 'end',
          !(along > 0.7) && `heading ${along}`,
        ]
      }),
    )
  })

  it('stay clear of the boxes between their ends, along the time axis and up a column', () => {
    expectNoneOfLinks(({ layout: { boxes, columns }, nodes }, { forward, from, to }) => {
      const [source, target] = [nodes[from]!, nodes[to]!]
      // The total gathers its losses behind what stands between.
      if (target.t === null) return []
      const [left, right] = [columns[source.t!]!, columns[target.t]!]
      const points = pointsOf(forward).slice(1, -1)
      return boxes
        .filter(
          ({ x, node }) =>
            node !== from && node !== to && x >= left.x && x <= right.x + right.width,
        )
        .map((box) => points.some((p) => distance(p, box) === 0) && nodes[box.node]!.key)
    })
  })
})

describe('letters and names', () => {
  /** Every few pixels of a line. */
  const along = (route: Route): readonly Point[] => {
    const points = pointsOf(route)
    return points.slice(1).flatMap((to, i) => {
      const from = points[i]!
      const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 3)
      return range(1, steps).map((k) => mix(from, to, k / steps))
    })
  }
  /** By more than it takes to touch it. */
  const isInside = ({ x, y }: Point, box: Frame): boolean =>
    x > box.x + 2 && x < box.x + box.width - 2 && y > box.y + 2 && y < box.y + box.height - 2

  const cases = [
    ...[4, 12, 30, 120].map((tau) => ({ tau, hiddenSize: 3, outputSize: 4 })),
    ...[4, 20].flatMap((tau) =>
      [2, 3, 5, 8].map((hiddenSize) => ({ tau, hiddenSize, outputSize: 3 })),
    ),
  ].flatMap((sizes) =>
    [700, 1040, 1500].map((width) => ({
      ...{ ...sizes, inputSize: sizes.outputSize, width, height: 700, targets: 1 },
      ...{ wiring: bookWiring, view: { ...plainView, isFoldOpen: false } },
    })),
  )
  const fedBack = wirings.flatMap((wiring) =>
    [
      [3, 4],
      [4, 4],
      [8, 3],
      [3, 8],
    ].flatMap(([hiddenSize, outputSize]) =>
      [0, -2].map((zoomLevel) => ({
        ...{ ...cases[0]!, hiddenSize: hiddenSize!, outputSize: outputSize!, wiring },
        view: { zoomLevel, isFoldOpen: false },
      })),
    ),
  )

  it.each([...cases, ...fedBack].map((which) => ({ ...which, kind: wiringName(which.wiring) })))(
    'are crossed by no arrow: $kind, $tau steps of $hiddenSize units, $width pixels, level $view.zoomLevel',
    (which) => {
      const laid = lay(which)
      const { boxes, links } = laid.layout
      const { nodes } = laid
      expect(hasNumbers(laid)).toBe(which.view.zoomLevel === 0)
      const frames = [
        ...boxes.map((box) => ({
          text: nodes[box.node]!.key,
          frame: nameFrame(box, nodes[box.node]!.t),
        })),
        ...links.flatMap(({ label, parameter, to }) =>
          label && parameter !== null
            ? {
                text: `${nodes[parameter]!.key} of ${nodes[to]!.key}`,
                frame: { x: label.x - 7, y: label.y - 6, width: 14, height: 12 },
              }
            : [],
        ),
      ]
      const crossed = links.flatMap(({ forward, backward, from, to }) =>
        // What runs along a whole row does so behind what stands in it.
        nodes[to]!.t === null
          ? []
          : [forward, backward].flatMap((route) => {
              const points = route ? along(route) : []
              return frames
                .filter(({ frame }) => points.some((point) => isInside(point, frame)))
                .map(({ text }) => `${nodes[from]!.key} → ${nodes[to]!.key} on ${text}`)
            }),
      )
      expect(crossed).toEqual([])
    },
  )

  it('of biases stand before the next column, with what stands low behind them, too', () => {
    const { layout } = lay(opening, () => 16)
    expect(layout.links.filter(isBias).filter(({ label }) => label === null)).toEqual([])
  })

  it('have nothing of a line beside them, in the narrowest columns, too', () => {
    const { layout, nodes } = lay({
      ...{ tau: 12, inputSize: 4, hiddenSize: 3, outputSize: 4, width: 964, height: 705 },
      ...{ targets: 1, view: { zoomLevel: -8, isFoldOpen: false } },
    })
    const across = layout.links.filter(({ from, to }) => nodes[to]!.t! - nodes[from]!.t! === 1)
    expect(across.length).toBeGreaterThan(3)
    for (const { to, forward, backward } of across) {
      const { x, y, width, height } = nameFrame(layout.boxOf.get(to)!, nodes[to]!.t)
      const grown = { x: x - 4, y: y - 4, width: width + 8, height: height + 8 }
      expect([forward, backward!].flatMap(along).filter((at) => isInside(at, grown))).toEqual([])
    }
  })

  it.each([0, -2, -4, -8])(
    'have a place where the output is fed back, at level %i',
    (zoomLevel) => {
      const { layout, nodes } = lay({
        ...{ tau: 4, inputSize: 4, hiddenSize: 3, outputSize: 4, width: 1040, height: 700 },
        ...{ targets: 1, view: { zoomLevel, isFoldOpen: false } },
        wiring: { recurrence: 'output', readout: 'every-step', feedback: 'logits' },
      })
      const biases = layout.links.filter(isBias)
      for (const { label, to, forward, backward } of biases) {
        // Its arrows run beside those of the same box that come up or down to it.
        const ways = layout.links
          .filter((link) => link.to === to && !isBias(link))
          .flatMap((link) => [link.forward, link.backward!].flatMap(along))
        for (const at of [forward, backward!].flatMap(along))
          for (const way of ways)
            expect(Math.hypot(at.x - way.x, at.y - way.y), nodes[to]!.key).toBeGreaterThan(2)
        expect(label, nodes[to]!.key).not.toBeNull()
        const box = { x: label!.x - 6, y: label!.y - 5, width: 12, height: 10 }
        const crossing = layout.links
          .filter((link) => nodes[link.to]!.t !== null)
          .filter(({ forward, backward }) =>
            [forward, backward].some((way) => way && along(way).some((at) => isInside(at, box))),
          )
        expect(
          crossing.map(({ from, to: end }) => `${nodes[from]!.key} → ${nodes[end]!.key}`),
        ).toEqual([])
      }
      for (const box of layout.boxes)
        expect(nameFrame(box, nodes[box.node]!.t).x, box.key).toBeGreaterThanOrEqual(0)
    },
  )
})

/** Points along a path, from its first to its last; throws where it is not made of finite numbers. */
const pointsOf = ({ path }: Route): readonly Point[] => {
  let at: Point = { x: 0, y: 0 }
  return [...path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)].flatMap(([stretch, letter, rest]) => {
    const n = rest!
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4 }
    if (n.length !== counts[letter!] || !n.every(Number.isFinite)) throw new Error(stretch)
    const from = at
    if (letter === 'H') at = { x: n[0]!, y: at.y }
    else if (letter === 'V') at = { x: at.x, y: n[0]! }
    else at = { x: n.at(-2)!, y: n.at(-1)! }
    if (letter === 'M') return [at]
    // Of a curve with one or two controls, raised to one with two.
    const [a, b] =
      letter === 'C'
        ? [pair(n, 0), pair(n, 2)]
        : letter === 'Q'
          ? [mix(from, pair(n, 0), 2 / 3), mix(at, pair(n, 0), 2 / 3)]
          : [mix(from, at, 1 / 3), mix(from, at, 2 / 3)]
    // The last stretch is short: it shows the direction in which the line ends.
    return [...range(1, 7).map((i) => i / 8), 0.999, 1].map((f) => {
      const [p, q, r] = [mix(from, a, f), mix(a, b, f), mix(b, at, f)]
      return mix(mix(p, q, f), mix(q, r, f), f)
    })
  })
}

const pair = (n: readonly number[], i: number): Point => ({ x: n[i]!, y: n[i + 1]! })

const mix = (a: Point, b: Point, f: number): Point => ({
  x: a.x + (b.x - a.x) * f,
  y: a.y + (b.y - a.y) * f,
})

describe('a ⊕', () => {
  it('stands exactly where more than one gradient comes back to a variable that is in sight', () => {
    expectNone(({ layout: { boxOf, pluses }, nodes, edges }) => {
      const wanted = nodes.filter(
        ({ id, outputs }) =>
          boxOf.has(id) && outputs.filter((edge) => edges[edge]!.carries).length > 1,
      )
      const found = pluses.map(({ node }) => node)
      return [
        ...wanted.map(({ id, key }) => !found.includes(id) && `${key} has none`),
        ...found.map((node) => !wanted.some(({ id }) => id === node) && `${node} has one`),
        new Set(found).size !== found.length && 'twice',
      ]
    })
  })

  it('stands at every state but the first and the last, of a network with hidden recurrence', () => {
    const keys = opening.layout.pluses.map(({ node }) => opening.nodes[node]!.key)
    expect(keys).toEqual(['h(1)', 'h(2)', 'h(3)'])
  })

  it('lies on no box', () => {
    expectNone(({ layout: { boxes, pluses }, nodes }) =>
      pluses.flatMap((plus) =>
        boxes.map((box) => distance(plus, box) === 0 && nodes[box.node]!.key),
      ),
    )
  })
})
