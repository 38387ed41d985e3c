/** KeysDialog: the list of keys, made from the table of commands; open as long as it is rendered. */
import { useEffect, useRef } from 'react'
import { edgeWords } from '../i18n/edges'
import { keyWords } from '../i18n/keys'
import { type Place, commands, toChordText } from '../store/commands'
import { addCover } from './covers'
import { onlyTouch, useMedia } from './useMedia'
import { useWords } from './useUnfold'

export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current!.showModal()
    // The focus is on what closes it, at the end; one reads from the start.
    dialog.current!.scrollTop = 0
    return addCover(dialog.current!)
  }, [])
  const keys = useWords(keyWords)
  const { gestures } = keys
  const isTouched = useMedia(onlyTouch)
  return (
    <dialog ref={dialog} className="covers keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{isTouched ? gestures.title : keys.title}</h2>
      {isTouched ? (
        <>
          <Gestures list={gestures.list} />
          {/* A tablet may have one. */}
          <details>
            <summary>{gestures.keyboard}</summary>
            <Keys />
          </details>
        </>
      ) : (
        <Keys />
      )}
      <p className="book">{keys.book}</p>
      <form method="dialog">
        <button type="submit" className="solid">
          {keys.close}
        </button>
      </form>
    </dialog>
  )
}

const Gestures = ({ list }: { readonly list: readonly (readonly [string, string])[] }) => (
  <dl>
    {list.map(([gesture, effect]) => (
      <div key={gesture}>
        <dt>{gesture}</dt>
        <dd>{effect}</dd>
      </div>
    ))}
  </dl>
)

/** By where they work, each place with its keys. */
const Keys = () => {
  const keys = useWords(keyWords)
  const words = useWords(edgeWords)
  const rowsOf = (...places: readonly Place[]): readonly Row[] =>
    commands.flatMap(({ id, chords }) =>
      chords
        .filter(({ place }) => places.includes(place))
        .map((chord) => [toChordText(chord), keys.commands[id]] as const),
    )
  return (
    <div className="places">
      <Where name={keys.onStage} rows={[...rowsOf('stage'), ['Enter', keys.toVariables]]} />
      <Where name={keys.notOnControl} rows={rowsOf('free')} />
      <Where
        name={keys.inField}
        rows={[
          ['Enter', keys.leave],
          ['Ctrl + Z', keys.untype],
        ]}
      />
      <Where name={keys.anywhere} rows={rowsOf('notText', 'notTyped')} />
      <Where
        name={keys.onVariable}
        rows={[
          ['← → ↑ ↓', keys.walk],
          ['Enter', keys.select],
          ['Alt + ↓', words.keys],
        ]}
      />
      <Where name={keys.inTables} rows={[['← → ↑ ↓', keys.cells]]} />
    </div>
  )
}

/** A key, and what it does. */
type Row = readonly [key: string, what: string]

const Where = ({ name, rows }: { readonly name: string; readonly rows: readonly Row[] }) => (
  <table>
    <caption>{name}</caption>
    <tbody>
      {rows.map(([key, what]) => (
        <tr key={key}>
          <th scope="row">
            <kbd>{key}</kbd>
          </th>
          <td>{what}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
