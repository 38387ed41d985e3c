/** Announcements: for those who listen, what was selected, what was taken apart and what is cut: a line for each, of which only a changed one is read. */
import { shapeOf } from '../engine/memory'
import { announcementWords } from '../i18n/announcements'
import { toIndexText } from '../notation/names'
import { trailOf } from '../store/actions/explain'
import { storyOf } from '../store/unfold'
import { useCutNames } from './useCutNames'
import { useField, useNames, useUnfold, useValue, useWords } from './useUnfold'

export const Announcements = () => {
  const unfold = useUnfold()
  const words = useWords(announcementWords)
  const nameOfCuts = useCutNames()
  useValue(({ document }) => document)
  useField('cuts')
  const selection = useField('selection')
  const opened = useValue((state) => trailOf(state).at(-1))
  const { trace } = storyOf(unfold)
  const { byKey, cell } = trace.graph
  const { spokenReading } = useNames(cell)
  const nodeOf = (key: string | null | undefined) => byKey.get(key ?? '')
  const [selected, taken] = [nodeOf(selection), nodeOf(opened?.key)]
  const cutEdges = [...trace.cuts].map((id) => trace.graph.edges[id]!)
  return (
    <>
      <p>
        {selected && !taken && words.selected(spokenReading({ node: selected, isGradient: false }))}
      </p>
      <p>
        {taken &&
          words.opened(
            spokenReading({ node: taken, isGradient: opened!.isGradient }) +
              toIndexText(shapeOf(trace.architecture, taken), opened!.entry),
          )}
      </p>
      <p>{cutEdges.length > 0 && words.cut(nameOfCuts(cutEdges))}</p>
    </>
  )
}
