/** useStretch: which columns of a long run the table shows: it follows the playhead and the selection, whichever moved last, and can be moved. */
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

/** `room`: so many times can be shown; `t`, `selected`: the present step and that of the selection, if they have one. */
export const useStretch = (
  all: readonly Column[],
  room: number,
  t: number | null,
  selected: number | null,
): Stretch => {
  const times = all.filter((column) => column !== null)
  const totals = all.filter((column) => column === null)
  const last = Math.max(0, times.length - room)
  const half = Math.ceil(room / 2)
  const clamp = (first: number) => Math.max(0, Math.min(last, first))
  /** Stays where it is as long as a time can be seen there; else that time stands about its middle. */
  const showing = (time: number, first: number) => {
    const place = time - times[0]!
    return place >= first && place < first + room ? first : clamp(place - half)
  }
  const [kept, keep] = useState(() => ({ t, selected, first: showing(selected ?? t ?? 0, 0) }))
  const first = clamp(kept.first)
  if (kept.t !== t || kept.selected !== selected) {
    const moved = kept.selected === selected ? t : selected
    keep({ t, selected, first: moved === null ? first : showing(moved, first) })
  }
  return {
    columns: [...times.slice(first, first + room), ...totals],
    isPart: last > 0,
    hasEarlier: first > 0,
    hasLater: first < last,
    move: (direction) => keep({ ...kept, first: clamp(first + direction * half) }),
  }
}
