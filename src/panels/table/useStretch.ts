/** useStretch: which columns of a long run the table shows: those around the present step, or around what has been selected since, or asked for. */
import { useState } from 'react'
import type { Column } from '../../store/table'

export interface Stretch {
  /** A total is always among them. */
  readonly columns: readonly Column[]
  readonly isPart: boolean
  readonly hasEarlier: boolean
  readonly hasLater: boolean
  readonly move: (direction: 1 | -1) => void
}

/** `room`: so many columns can be shown; `t`, `selected`: the present step and that of the selection, if they have one. */
export const useStretch = (
  all: readonly Column[],
  room: number,
  t: number | null,
  selected: number | null,
): Stretch => {
  const [kept, keep] = useState({
    t,
    selected,
    focus: selected ?? t ?? 1,
    first: null as number | null,
  })
  // Whichever of the two has moved last is what one looks at.
  if (kept.t !== t || kept.selected !== selected) {
    const moved =
      kept.selected !== selected && selected !== null ? selected : kept.t !== t ? t : null
    keep({ t, selected, focus: moved ?? kept.focus, first: moved === null ? kept.first : null })
  }
  const times = all.filter((column) => column !== null)
  const totals = all.filter((column) => column === null)
  const last = Math.max(0, times.length - room)
  const half = Math.ceil(room / 2)
  const place = kept.focus - times[0]!
  // It moves by half its length, so that it seldom moves.
  const around = Math.max(0, Math.floor(place / half) - 0.5) * half
  const first = Math.max(0, Math.min(last, Math.round(kept.first ?? around)))
  return {
    columns: [...times.slice(first, first + room), ...totals],
    isPart: last > 0,
    hasEarlier: first > 0,
    hasLater: first < last,
    move: (direction) => keep({ ...kept, first: first + direction * half }),
  }
}
