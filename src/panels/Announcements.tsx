/** Announcements: for those who listen, what was selected, what was taken apart and what is cut: a line for each, of which only a changed one is read. */
import { shapeOf } from '../engine/memory'
import { announcementWords } from '../i18n/announcements'
import { toIndexText } from '../notation/names'
import { trailOf } from '../store/actions/explain'
import { storyOf } from '../store/unfold'
import { useDictionary, useField, useNames, useUnfold, useValue, useWords } from './useUnfold'

export const Announcements = () => {
  const unfold = useUnfold()
  const words = useWords(announcementWords)
  const { list } = useDictionary()
  useValue(({ document }) => document)
  const cuts = useField('cuts')
  const selection = useField('selection')
  const opened = useValue((state) => trailOf(state).at(-1))
  const { trace } = storyOf(unfold)
  const { byKey, cell } = trace.graph
  const { spokenReading } = useNames(cell)
  const nodeOf = (key: string | null | undefined) => byKey.get(key ?? '')
  const [selected, taken] = [nodeOf(selection), nodeOf(opened?.key)]
  const gradientOf = (key: string) => {
    const node = nodeOf(key)
    return node ? spokenReading({ node, isGradient: true }) : `∇${key}`
  }
  const edges = [...cuts].map((cut) => {
    const [from, to] = cut.split(' ') as [string, string]
    return `${gradientOf(to)} → ${gradientOf(from)}`
  })
  return (
    <div className="off-screen" aria-live="polite">
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
      <p>{edges.length > 0 && words.cut(list(edges))}</p>
    </div>
  )
}
