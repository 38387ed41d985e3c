/** CellVector: one cell of the triangle opened: its vector, and the rest with which it adds up to the state's gradient. */
import { useLayoutEffect, useRef } from 'react'
import { lengthOf } from '../../engine/reach/triangle'
import { gradientOf } from '../../engine/run'
import { reachWords } from '../../i18n/reach'
import { createScale } from '../../notation/scales'
import { toDigits } from '../../notation/numbers'
import { select } from '../../store/actions/view'
import type { Reach } from '../../store/reach'
import { signOfSum } from '../signOfSum'
import { VectorColumns } from '../VectorColumns'
import { useUnfold, useValue, useWords } from '../useUnfold'
import type { Place } from './Heatmap'

export const CellVector = ({ reach, place }: { readonly reach: Reach; readonly place: Place }) => {
  const unfold = useUnfold()
  const words = useWords(reachWords)
  const theme = useValue((state) => state.theme)
  const pane = useRef<HTMLDivElement>(null)
  // What is asked for may open below what is seen.
  useLayoutEffect(() => {
    pane.current!.scrollIntoView({ block: 'nearest' })
  }, [place])
  const { triangle, trace } = reach
  const [loss, state] = [triangle.losses[place.row]!, triangle.states[place.column]!]
  const vector = triangle.vector(place.row, place.column)
  const gradient = gradientOf(trace, state)
  const title = words.cell(loss.key, state.key, vector && toDigits(lengthOf(vector), 4))
  if (!vector || !gradient)
    return (
      <div className="reach-vector" ref={pane}>
        <h3>{title}</h3>
        <p>{words.noPath}</p>
      </div>
    )
  const rest = gradient.map((g, i) => g - vector[i]!)
  const others =
    triangle.losses.filter((_, row) => triangle.norm(row, place.column) !== null).length - 1
  const extent = Math.max(
    ...[...gradient, ...vector, ...rest].map(Math.abs).filter(Number.isFinite),
  )
  const scale = createScale('gradient', theme, extent || 1)
  const column = (sign: string, caption: string, numbers: Float64Array) => ({
    ...{ sign, caption, numbers, width: 1, scale, symbol: null },
  })
  return (
    <div className="reach-vector" ref={pane}>
      <h3>{title}</h3>
      <VectorColumns
        label={title}
        columns={[
          column('', `∇${state.key}`, gradient),
          column(
            signOfSum(others > 0 ? [vector, rest] : [vector], gradient, false),
            words.share(loss.key),
            vector,
          ),
          ...(others > 0 ? [column('+', words.rest(others), rest)] : []),
        ]}
      />
      <button type="button" className="small" onClick={() => select(unfold, state.key)}>
        {words.showState(state.key)}
      </button>
    </div>
  )
}
