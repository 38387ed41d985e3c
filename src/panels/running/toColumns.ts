/** The columns of the table: those of the graph where it shows every step wide enough, else columns of its own. */
import { type StepColumn, toStepColumns } from '../../layout/steps'
import type { Axis } from '../reach/useAxis'

const least = 76
const most = 190
const gap = 40
/** The narrowest margin that has room for what stands beside the rows. */
const leastMargin = 128
const phoneWidth = 560
const phone = { margin: 84, least: 52, gap: 44 } as const

export interface Columns {
  readonly margin: number
  readonly steps: readonly StepColumn[]
}

/** So many steps scroll sideways where there is no room; of more, those in between are left out. */
const mostScrolled = 40

/** `around`: the step that is to be seen where not all are. */
export const toColumns = (axis: Axis, around: number): Columns => {
  const { margin, room } = axis
  const columns = axis.columns.filter(({ t }) => t > 0)
  const tau = columns.length
  const [first, last] = [columns[0]!, columns.at(-1)!]
  const start = margin + first.x
  const isWide = columns.every((column) => column.width >= least)
  if (isWide && start >= leastMargin && start + last.x - first.x + last.width <= room)
    return {
      margin: start,
      steps: columns.map(({ t, x, width: own }, i) => ({
        ...{ kind: 'step' as const, t },
        width: columns[i + 1] ? columns[i + 1]!.x - x : own,
      })),
    }
  const isPhone = room < phoneWidth
  const own = isPhone ? phone.margin : leastMargin
  const sizes = isPhone ? phone : { least, gap }
  const there = room - own - 4
  const width = tau <= mostScrolled ? Math.max(there, tau * sizes.least) : there
  return { margin: own, steps: toStepColumns({ tau, most, ...sizes, width }, around) }
}
