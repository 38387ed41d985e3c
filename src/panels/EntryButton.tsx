/** EntryButton: one number by its name, as a link to what it was made from. */
import { shapeOf } from '../engine/memory'
import { type Reading, tensorOfReading } from '../engine/term'
import { toIndexText } from '../notation/names'
import { toDigits } from '../notation/numbers'
import { point } from '../store/actions/explain'
import { MathName } from './MathName'
import type { Sight } from './NumericTerm'
import { useUnfold } from './useUnfold'

interface NameProps {
  readonly reading: Reading
  readonly entry: number
  readonly sight: Sight
}

export const EntryName = ({ reading: { node, isGradient }, entry, sight }: NameProps) => (
  <span className="entry-name">
    <MathName names={sight.names} node={node} isGradient={isGradient} />
    <span className="index">{toIndexText(shapeOf(sight.trace.architecture, node), entry)}</span>
  </span>
)

interface ButtonProps extends NameProps {
  /** The name alone, without the number. */
  readonly isBare: boolean
  readonly onChoose: () => void
}

export const EntryButton = ({ reading, entry, sight, isBare, onChoose }: ButtonProps) => {
  const unfold = useUnfold()
  const { node, isGradient } = reading
  const value = tensorOfReading(sight.trace, reading).data[entry]!
  const scale = isGradient ? sight.scales.gradientScale(node) : sight.scales.valueScale(node)
  const symbol = isGradient ? null : sight.symbolOf(reading)
  const { fill, ink } = scale(value)
  const name = `${sight.nameOf(reading)}${toIndexText(shapeOf(sight.trace.architecture, node), entry)}`
  const on = () => point(unfold, { phase: 'forward', edges: [], nodes: [node.key] })
  return (
    <button
      type="button"
      className={isBare ? 'factor bare' : 'factor'}
      aria-label={isBare ? name : `${name} = ${symbol ?? toDigits(value, 4)}`}
      onPointerEnter={on}
      onPointerLeave={() => point(unfold, null)}
      onFocus={on}
      onBlur={() => point(unfold, null)}
      onClick={onChoose}
    >
      <EntryName reading={reading} entry={entry} sight={sight} />
      {!isBare && (
        <span
          className="number"
          style={symbol === null ? { background: fill, color: ink } : undefined}
        >
          {symbol ?? toDigits(value, 4)}
        </span>
      )}
    </button>
  )
}
