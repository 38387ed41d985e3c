/** NumberCell: a number of the run in a table: a press selects its variable, another takes the number apart; a tap does both. */
import type { MouseEvent } from 'react'
import type { GraphNode } from '../../engine/unfold'
import { tableWords } from '../../i18n/table'
import { toColumnText } from '../../notation/numbers'
import type { Paint } from '../../notation/scales'
import { openEntry } from '../../store/actions/explain'
import { selectHalf } from '../../store/actions/view'
import { onlyTouch } from '../useMedia'
import { useUnfold, useWords } from '../useUnfold'

interface Place {
  readonly node: GraphNode
  readonly isGradient: boolean
  readonly entry: number
  readonly isSelected: boolean
  /** Did the step that was finished last make it? */
  readonly isRecent: boolean
  /** Does the Tab key lead here? The arrow keys lead to the others. */
  readonly isEntrance: boolean
}

type Props =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'blank' } & Place)
  | ({ readonly kind: 'text'; readonly text: string; readonly isPart: boolean } & Place)
  | ({
      readonly kind: 'number'
      readonly value: number
      readonly paint: Paint
      /** Of a sum that is not complete. */
      readonly isPart: boolean
    } & Place)

export const NumberCell = (props: Props) => {
  const words = useWords(tableWords)
  if (props.kind === 'none')
    return (
      <td className="none">
        <span className="off-screen">{words.none}</span>
      </td>
    )
  return (
    <td>
      <CellButton {...props} />
    </td>
  )
}

const CellButton = (props: Exclude<Props, { readonly kind: 'none' }>) => {
  const unfold = useUnfold()
  const words = useWords(tableWords)
  const { node, isGradient, entry, isSelected, isRecent, isEntrance } = props
  const press = ({ currentTarget }: MouseEvent) => {
    if (matchMedia(onlyTouch).matches) {
      openEntry(unfold, { key: node.key, isGradient, entry })
      // Once the sheet is there: what was pressed stays above it.
      queueMicrotask(() => currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
    } else if (unfold.store.getState().selection === node.key)
      openEntry(unfold, { key: node.key, isGradient, entry })
    else selectHalf(unfold, node.key, isGradient ? 'backward' : 'forward')
  }
  const isPart = props.kind !== 'blank' && props.isPart
  return (
    <button
      type="button"
      tabIndex={isEntrance ? 0 : -1}
      className={`run-cell ${props.kind}${isPart ? ' part' : ''}${isRecent ? ' recent' : ''}`}
      aria-pressed={isSelected}
      style={
        props.kind === 'number'
          ? { background: props.paint.fill, color: props.paint.ink }
          : undefined
      }
      onClick={press}
    >
      {props.kind === 'number' && toColumnText(props.value)}
      {props.kind === 'text' && props.text}
      {props.kind === 'blank' && <span className="off-screen">{words.notYet}</span>}
      {isPart && <span className="off-screen"> {words.keyPart}</span>}
    </button>
  )
}
