/** KeysDialog: the list of keys, made from the table of commands; open as long as it is rendered. */
import { useEffect, useRef } from 'react'
import { edgeWords } from '../i18n/edges'
import { keyWords } from '../i18n/keys'
import { type Place, commands, toChordText } from '../store/commands'
import { addCover } from './covers'
import { onlyTouch, useMedia } from './useMedia'
import { useValue } from './useUnfold'

export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current!.showModal()
    // The focus is on what closes it, at the end; one reads from the start.
    dialog.current!.scrollTop = 0
    return addCover(dialog.current!)
  }, [])
  const keys = useValue(({ language }) => keyWords[language])
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

const Keys = () => {
  const keys = useValue(({ language }) => keyWords[language])
  const words = useValue(({ language }) => edgeWords[language])
  const places: Readonly<Record<Place, string>> = {
    stage: keys.onStage,
    free: keys.notOnControl,
    notText: keys.anywhere,
    everywhere: keys.anywhere,
  }
  return (
    <table>
      <tbody>
        {commands.flatMap(({ id, chords }) =>
          chords.map((chord) => (
            <tr key={`${id} ${chord.key}`}>
              <th scope="row">
                <kbd>{toChordText(chord)}</kbd>
              </th>
              <td>
                <Does what={keys.commands[id]} where={places[chord.place]} />
              </td>
            </tr>
          )),
        )}
        <tr>
          <th scope="row">
            <kbd>← → ↑ ↓</kbd>
          </th>
          <td>
            <Does what={keys.walk} where={keys.onVariable} />
          </td>
        </tr>
        <tr>
          <th scope="row">
            <kbd>Enter</kbd>
          </th>
          <td>
            <Does what={keys.select} where={keys.onVariable} />
          </td>
        </tr>
        <tr>
          <th scope="row">
            <kbd>← → ↑ ↓</kbd>
          </th>
          <td>
            <Does what={keys.cells} where={keys.inTables} />
          </td>
        </tr>
        <tr>
          <th scope="row">
            <kbd>Enter</kbd>
          </th>
          <td>
            <Does what={keys.leave} where={keys.inField} />
          </td>
        </tr>
        <tr>
          <th scope="row">
            <kbd>Alt + ↓</kbd>
          </th>
          <td>
            <Does what={words.keys} where={keys.onVariable} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** In one cell: where there is no room for both beside each other, one stands under the other. */
const Does = ({ what, where }: { readonly what: string; readonly where: string }) => (
  <div className="does">
    <span>{what}</span>
    <span className="place">{where}</span>
  </div>
)
