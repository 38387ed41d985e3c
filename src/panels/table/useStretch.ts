/** useStretch: which columns of a long run the table shows: it follows the playhead and the selection, whichever moved last, and can be moved. */
import { useState } from 'react'
import type { Column } from '../../store/table'

export interface Stretch {
  /** A total is always among them. */
  readonly columns: readonly Column[]
  readonly isPart: boolean
  /** The time that is to be seen; null: none in particular, as after a move. */
  readonly focus: number | null
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
  const clamp = (first: number) => Math.max(0, Math.min(last, first))
  const centred = (time: number) => clamp(time - times[0]! - Math.floor(room / 2))
  /** Stays where it is as long as a time can be seen there; else that time stands about its middle. */
  const showing = (time: number, first: number) => {
    const place = time - times[0]!
    return place >= first && place < first + room ? first : centred(time)
  }
  const [kept, keep] = useState(() => {
    const focus = selected ?? t
    return { t, selected, room, focus, first: focus === null ? 0 : centred(focus) }
  })
  const first = clamp(kept.first)
  if (kept.t !== t || kept.selected !== selected) {
    const focus = kept.selected === selected ? t : selected
    keep({ t, selected, room, focus, first: focus === null ? first : showing(focus, first) })
  } else if (kept.room !== room) {
    const { focus } = kept
    keep({ ...kept, room, first: focus === null ? first : centred(focus) })
  }
  return {
    columns: [...times.slice(first, first + room), ...totals],
    isPart: last > 0,
    focus: kept.focus,
    hasEarlier: first > 0,
    hasLater: first < last,
    // One of those that were seen is seen still.
    move: (direction) =>
      keep({ ...kept, focus: null, first: clamp(first + direction * Math.max(1, room - 1)) }),
  }
}
