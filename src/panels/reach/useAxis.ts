/** The time axis of the view: the columns of the graph, as wide as its pane, so that every t stays where it is when the view changes. */
import { type RefObject, useLayoutEffect } from 'react'
import type { Column } from '../../layout/shapes'
import { setRoom } from '../../store/actions/view'
import { useUnfold, useValue } from '../useUnfold'

export interface Axis {
  /** In pixels that are enlarged by `zoom`; x from the right edge of the margin. */
  readonly columns: readonly Column[]
  readonly width: number
  /** Room for what stands left of the columns: that of the folded graph. */
  readonly margin: number
  /** What there is, margin and all. */
  readonly room: number
  /** The column of each time. */
  readonly at: (t: number) => Column | undefined
  /** Where the graph is enlarged so are the charts, letters and all, as far as the texts beside them. */
  readonly zoom: number
}

/** The width of the folded graph, in the layout's pixels. */
const foldedWidth = 124
const endMargin = 24
/** On a phone there is room for the numbers of an axis alone. */
const narrowPane = 560
const narrowMargin = 56
const mostZoom = 1.2
/** The narrowest column that can still be told from its neighbours. */
const leastColumn = 3

const scaled = (columns: readonly Column[], zoom: number): readonly Column[] =>
  columns.map(({ t, x, width, center }) => ({
    ...{ t, x: x * zoom, width: width * zoom, center: center * zoom },
  }))

const evenColumns = (columns: readonly Column[], room: number): readonly Column[] => {
  const width = Math.max(leastColumn, (room - endMargin) / columns.length)
  return columns.map(({ t }, i) => ({ t, x: i * width, width, center: (i + 0.5) * width }))
}

export const useAxis = (pane: RefObject<HTMLElement | null>): Axis => {
  const unfold = useUnfold()
  const network = useValue(({ document }) => document.network)
  const room = useValue((state) => state.room)
  const view = useValue((state) => state.view)
  const layout = unfold.derived.layoutOf(network, room, view)
  const { zoom } = layout
  useLayoutEffect(() => {
    const element = pane.current!
    const measure = () =>
      setRoom(unfold, {
        width: element.clientWidth - foldedWidth * zoom,
        height: element.clientHeight,
      })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [unfold, pane, zoom])
  // A fold would bend what is a straight line: then every time gets the same room.
  const isEven = layout.fold !== null || layout.width > room.width / zoom + 1
  const own = Math.max(1, Math.min(mostZoom, zoom))
  const full = (room.width + foldedWidth * zoom) / own
  const margin = full < narrowPane ? narrowMargin : (foldedWidth * zoom) / own
  const columns = isEven
    ? evenColumns(layout.columns, full - margin)
    : scaled(layout.columns, zoom / own)
  const last = columns.at(-1)!
  return {
    columns,
    width: isEven ? last.x + last.width + endMargin : (layout.width * zoom) / own,
    margin,
    room: full,
    at: (t) => columns[t - columns[0]!.t],
    zoom: own,
  }
}
