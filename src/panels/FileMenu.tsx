/** FileMenu: open, save, download, examples; and the file input that is always in the document. */
import { useRef } from 'react'
import { type ExampleId, exampleIds, exampleTitles, loadExample } from '../store/examples'
import { networkFile, openText } from '../store/actions/files'
import { readNetworkFile, save } from './fileAccess'
import { useDictionary, useUnfold } from './useUnfold'

export const FileMenu = () => {
  const unfold = useUnfold()
  const { top, file } = useDictionary()
  const input = useRef<HTMLInputElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const close = () => menu.current?.hidePopover()
  const openExample = async (id: ExampleId) => {
    close()
    openText(unfold, await loadExample(id), exampleTitles(id))
  }
  // Few ask for a trace: how it is written comes with the first.
  const downloadTrace = async () =>
    save(unfold, (await import('../store/actions/traceFile')).traceFile(unfold))
  return (
    <>
      <button type="button" className="quiet" popoverTarget="file-menu">
        {top.file}
      </button>
      <div id="file-menu" className="covers menu" popover="auto" ref={menu}>
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
            save(unfold, networkFile(unfold))
          }}
        >
          {file.save}
        </button>
        <button
          type="button"
          onClick={() => {
            close()
            void downloadTrace()
          }}
        >
          {file.downloadTrace}
        </button>
        <h2>{file.examples}</h2>
        {exampleIds.map((id) => (
          <button type="button" key={id} onClick={() => void openExample(id)}>
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
          if (chosen) void readNetworkFile(unfold, chosen)
        }}
      />
    </>
  )
}
