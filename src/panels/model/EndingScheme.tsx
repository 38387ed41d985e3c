/** EndingScheme: three steps of the graphical model with what an ending adds to it. */
import type { EndingKind } from '../../engine/model/ending'
import { range } from '../../engine/unfold'
import { useModelWords } from './useModel'

interface Place {
  readonly x: number
  readonly y: number
}

interface Node extends Place {
  readonly letter: string
  readonly t: number | null
  readonly kind: 'random' | 'observed' | 'deterministic'
  readonly inside: string
}

interface Scheme {
  readonly nodes: readonly Node[]
  readonly edges: readonly (readonly [Place, Place])[]
}

const steps = 3
const rows = { above: 30, h: 92, y: 158 }
const x = (t: number) => 60 + 104 * (t - 1)

const node = (
  letter: string,
  t: number | null,
  place: Place,
  kind: Node['kind'],
  inside = '',
): Node => ({ letter, t, ...place, kind, inside })

const times = range(1, steps)
const h = times.map((t) => node('h', t, { x: x(t), y: rows.h }, 'deterministic'))
const y = times.map((t) => node('y', t, { x: x(t), y: rows.y }, 'random'))
const base: Scheme = {
  nodes: [...h, ...y],
  edges: times.flatMap((t) => [
    [h[t - 1]!, y[t - 1]!] as const,
    ...(t > 1
      ? ([
          [h[t - 2]!, h[t - 1]!],
          [y[t - 2]!, h[t - 1]!],
        ] as const)
      : []),
  ]),
}

const stop = times.map((t) => node('m', t, { x: x(t) + 34, y: rows.above }, 'random', ''))
const length = node('τ', null, { x: x(2), y: rows.above - 4 }, 'random')

/** What each ending adds; `symbol` is the end symbol. */
const schemes: Readonly<Record<EndingKind, (symbol: string) => Scheme>> = {
  symbol: (symbol) => ({
    nodes: [
      ...h,
      ...y.map((one, i) =>
        i === steps - 1 ? { ...one, kind: 'observed' as const, inside: symbol } : one,
      ),
    ],
    edges: base.edges,
  }),
  stop: () => ({
    nodes: [...base.nodes, ...stop],
    edges: [...base.edges, ...times.map((_, i) => [h[i]!, stop[i]!] as const)],
  }),
  length: () => ({
    nodes: [...base.nodes, length],
    edges: [...base.edges, ...h.map((one) => [length, one] as const)],
  }),
}

export const EndingScheme = ({
  kind,
  endSymbol,
}: {
  readonly kind: EndingKind
  readonly endSymbol: string
}) => {
  const words = useModelWords().ending
  const { nodes, edges } = schemes[kind](endSymbol)
  const top = Math.min(...nodes.map((one) => one.y)) - 24
  return (
    <svg
      className="drawing ending-scheme"
      viewBox={`0 ${top} 350 ${184 - top}`}
      role="img"
      aria-label={words.scheme[kind]}
    >
      {edges.map(([a, b], i) => (
        <Edge key={i} a={a} b={b} />
      ))}
      {nodes.map((one) => (
        <g
          key={`${one.letter}${one.t}`}
          className={one.kind === 'deterministic' ? 'model-states' : one.kind}
          transform={`translate(${one.x},${one.y})`}
        >
          {one.kind === 'deterministic' ? (
            <>
              <rect x="-18" y="-18" width="36" height="36" rx="4" />
              <rect x="-15" y="-15" width="30" height="30" rx="3" />
            </>
          ) : (
            <circle r="19" />
          )}
          <text className={one.inside ? 'inside' : 'name'} dy="0.35em" textAnchor="middle">
            {one.inside || (
              <>
                <tspan className="letter">{one.letter}</tspan>
                {one.t !== null && (
                  <tspan className="time" dy="-0.45em">
                    ({one.t})
                  </tspan>
                )}
              </>
            )}
          </text>
        </g>
      ))}
    </svg>
  )
}

const Edge = ({ a, b }: { readonly a: Place; readonly b: Place }) => {
  const far = Math.hypot(b.x - a.x, b.y - a.y)
  const [dx, dy] = [(b.x - a.x) / far, (b.y - a.y) / far]
  const tip = { x: b.x - dx * 23, y: b.y - dy * 23 }
  const back = { x: tip.x - dx * 7, y: tip.y - dy * 7 }
  return (
    <g className="model-edges">
      <path className="line" d={`M${a.x},${a.y}L${back.x},${back.y}`} />
      <path
        className="head"
        d={`M${tip.x},${tip.y}L${back.x - dy * 3.5},${back.y + dx * 3.5}L${back.x + dy * 3.5},${back.y - dx * 3.5}Z`}
      />
    </g>
  )
}
