/** Row: one entry of a variable over time, or all of a vector in one; rendered only when something of it changes. */
import { memo } from 'react'
import { type Trace, valueOf } from '../../engine/run'
import type { GraphNode } from '../../engine/unfold'
import { shapeOf } from '../../engine/memory'
import { tableWords } from '../../i18n/table'
import { toIndexText, toVisible } from '../../notation/names'
import { toColumnText } from '../../notation/numbers'
import type { Scales } from '../../notation/scales'
import { targetSymbol } from '../../store/document'
import { type Arrived, arrivedGradient, arrivedValue } from '../../store/progress'
import type { Group } from '../../store/table'
import { MathName } from '../MathName'
import { useNames, useValue, useWords } from '../useUnfold'
import { NumberCell } from './NumberCell'

/** A variable at one time, and how much of it has arrived; null where it does not exist. */
export type Arrival = { readonly node: GraphNode; readonly arrived: Arrived } | null

interface Props {
  readonly trace: Trace
  readonly scales: Scales
  readonly group: Group
  /** Null: all entries in this row. */
  readonly entry: number | null
  /** What the entries stand for, if they have names. */
  readonly labels: readonly string[] | null
  readonly arrivals: readonly Arrival[]
  /** The variables of the step that was finished last, if any is of this row. */
  readonly recent: ReadonlySet<number>
  /** The variable of this row that is selected. */
  readonly selected: string | null
  /** The column that the Tab key leads to, if it leads to this row. */
  readonly entrance: number | null
  readonly onToggle: ((group: Group) => void) | null
}

const Plain = (props: Props) => {
  const { trace, scales, group, entry, labels, arrivals, recent, selected, entrance } = props
  const network = useValue(({ document }) => document.network)
  const { isGradient } = group
  return (
    <tr>
      <Name {...props} />
      {arrivals.map((arrival, i) => {
        if (!arrival) return <NumberCell key={i} kind="none" />
        const { node, arrived } = arrival
        const numbers = (isGradient ? arrivedGradient : arrivedValue)(trace, node, arrived)
        const common = {
          ...{ node, isGradient, entry: entry ?? 0 },
          isSelected: selected === node.key,
          isRecent: recent.has(node.id),
          isEntrance: entrance === i,
        }
        if (!numbers) return <NumberCell key={i} kind="blank" {...common} />
        const isPart = arrived.count < arrived.all
        const symbol = isGradient ? null : targetSymbol(network, node)
        if (symbol !== null && node.of.dimensions.length === 0)
          return (
            <NumberCell key={i} kind="text" text={toVisible(symbol)} {...common} isPart={false} />
          )
        if (entry === null)
          return (
            <NumberCell
              key={i}
              kind="text"
              {...common}
              isPart={isPart}
              text={
                isGradient ? toLength(numbers) : (oneHotLabel(numbers, labels) ?? toLength(numbers))
              }
            />
          )
        const value = numbers[entry]!
        const scale = isGradient ? scales.gradientScale(node) : scales.valueScale(node)
        return (
          <NumberCell
            key={i}
            kind="number"
            {...common}
            {...{ value, isPart }}
            paint={scale(value)}
          />
        )
      })}
    </tr>
  )
}

const toLength = (numbers: Float64Array): string => toColumnText(Math.hypot(...numbers))

/** The name of the one entry that is 1 where the rest is 0. */
const oneHotLabel = (numbers: Float64Array, labels: readonly string[] | null): string | null => {
  const one = numbers.indexOf(1)
  const isOneHot = one >= 0 && numbers.every((value, i) => value === (i === one ? 1 : 0))
  return labels && isOneHot ? toVisible(labels[one]!) : null
}

const Name = ({ trace, group, entry, labels, arrivals, onToggle }: Props) => {
  const words = useWords(tableWords)
  const names = useNames(trace.graph.cell)
  const { sample, isGradient, size } = group
  const name = names.spokenReading({ node: { ...sample, t: null }, isGradient })
  const label = entry === null ? undefined : labels?.[entry]
  const isOpen = entry !== null
  const isOneHot =
    !isGradient &&
    arrivals.some(
      (arrival) => arrival && oneHotLabel(valueOf(trace, arrival.node), labels) !== null,
    )
  const index = isOpen ? toIndexText(shapeOf(trace.architecture, sample), entry) : ''
  const note = isOpen ? '' : isOneHot ? words.size(size) : words.length(size)
  return (
    // Heard with every number of the row: without what the button says.
    <th scope="row" aria-label={[name + index, label ?? note].filter(Boolean).join(' ')}>
      <div className="run-name">
        {onToggle && (
          <button
            type="button"
            className="toggle"
            aria-expanded={isOpen}
            aria-label={isOpen ? words.close(name) : words.open(name, size)}
            title={isOpen ? words.close(name) : words.open(name, size)}
            onClick={() => onToggle(group)}
          />
        )}
        <MathName names={names} node={{ ...sample, t: null }} isGradient={isGradient} />
        {isOpen && <span className="index">{index}</span>}
        {label !== undefined && <span className="label">{toVisible(label)}</span>}
        {note && <span className="label">{note}</span>}
      </div>
    </th>
  )
}

const isSameArrival = (a: Arrival, b: Arrival): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.node === b.node &&
    a.arrived.count === b.arrived.count &&
    a.arrived.all === b.arrived.all)

export const Row = memo(
  Plain,
  (a, b) =>
    a.trace === b.trace &&
    a.scales === b.scales &&
    a.group === b.group &&
    a.entry === b.entry &&
    a.recent === b.recent &&
    a.selected === b.selected &&
    a.entrance === b.entrance &&
    a.arrivals.length === b.arrivals.length &&
    a.arrivals.every((arrival, i) => isSameArrival(arrival, b.arrivals[i]!)),
)
Row.displayName = 'Row'
