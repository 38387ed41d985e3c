/** TrianglePart: which error reaches which state: a heat map of ‖∂L(j)/∂h(k)‖; a cell opens to its vector. */
import { useState } from 'react'
import { reachWords } from '../../i18n/reach'
import type { Reach } from '../../store/reach'
import { useNames, useWords } from '../useUnfold'
import { Heading } from './Chart'
import { CellVector } from './CellVector'
import { Heatmap, type Place } from './Heatmap'
import type { Axis } from './useAxis'

export const TrianglePart = ({ reach, axis }: { readonly reach: Reach; readonly axis: Axis }) => {
  const words = useWords(reachWords)
  const { triangle } = reach
  const [chosen, setChosen] = useState<Place | null>(null)
  const letter = useNames(reach.trace.graph.cell).letter(triangle.states[0]!)
  const place =
    chosen && chosen.row < triangle.losses.length && chosen.column < triangle.states.length
      ? chosen
      : null
  return (
    <section className="reach-chart">
      <Heading
        title={words.triangle(letter)}
        help={
          triangle.stride > 1 ? words.triangleStride(triangle.stride) : words.triangleHelp(letter)
        }
      />
      {triangle.losses.length > 0 && (
        <Heatmap triangle={triangle} axis={axis} open={place} onOpen={setChosen} />
      )}
      {place && <CellVector reach={reach} place={place} />}
    </section>
  )
}
