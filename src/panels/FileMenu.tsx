/** FileMenu: open, save, download, examples; and the file input that is always in the document. */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { exampleIds } from '../store/examples'
import { addCover } from './covers'
import { openExample, openFile, saveNetwork, saveTrace } from './files'
import { useDictionary, useUnfold } from './useUnfold'

export const FileMenu = () => {
  const unfold = useUnfold()
  const { top, file } = useDictionary()
  const input = useRef<HTMLInputElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const close = () => menu.current?.hidePopover()
  useEffect(() => addCover(menu.current!), [])
  /** ↓ and ↑ go from one to the next, round. */
  const walk = (event: KeyboardEvent) => {
    const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!direction) return
    event.preventDefault()
    const items = [...menu.current!.querySelectorAll('button')]
    const at = items.findIndex((item) => item === document.activeElement)
    items[(at + direction + items.length) % items.length]!.focus()
  }
  return (
    <>
      <button
        type="button"
        className="quiet"
        popoverTarget="file-menu"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          menu.current!.showPopover()
          menu.current!.querySelector('button')!.focus()
        }}
      >
        {top.file}
      </button>
      {/* The items have the focus; where the keys lead from one to another is the menu's. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        id="file-menu"
        role="group"
        aria-label={top.file}
        className="covers menu"
        popover="auto"
        ref={menu}
        onKeyDown={walk}
      >
        <button
          type="button"
          onClick={() => {
            close()
            input.current?.click()
          }}
        >
          {file.open}
        </button>
        <button
          type="button"
          onClick={() => {
            close()
            void saveNetwork(unfold)
          }}
        >
          {file.save}
        </button>
        <button
          type="button"
          onClick={() => {
            close()
            void saveTrace(unfold)
          }}
        >
          {file.downloadTrace}
        </button>
        <h2>{file.examples}</h2>
        {exampleIds.map((id) => (
          <button
            type="button"
            key={id}
            onClick={() => {
              close()
              void openExample(unfold, id)
            }}
          >
            {file.example[id]}
          </button>
        ))}
      </div>
      <input
        ref={input}
        hidden
        type="file"
        accept=".json,application/json"
        aria-label={file.input}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          target.value = ''
          if (chosen) void openFile(unfold, chosen)
        }}
      />
    </>
  )
}
