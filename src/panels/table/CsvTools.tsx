/** CsvTools: the table as text, to the clipboard or as a file; always all of it. */
import { useState } from 'react'
import { tableWords } from '../../i18n/table'
import { tableFile } from '../../store/actions/tableFile'
import { save } from '../fileAccess'
import { useGap, useUnfold, useValue, useWords } from '../useUnfold'

type Outcome = { readonly rows: number } | 'refused' | null

export const CsvTools = () => {
  const unfold = useUnfold()
  const words = useWords(tableWords)
  const gap = useGap()
  const network = useValue(({ document }) => document.network)
  const hasCuts = useValue(({ cuts }) => cuts.size > 0)
  const [said, say] = useState<{ readonly of: object; readonly outcome: Outcome }>()
  // What was said of another network is no longer true.
  const outcome = said?.of === network ? said.outcome : null
  const copy = async () => {
    const { text, rows } = tableFile(unfold)
    try {
      await navigator.clipboard.writeText(text)
      say({ of: network, outcome: { rows } })
    } catch {
      say({ of: network, outcome: 'refused' })
    }
  }
  return (
    <div className="run-tools">
      <button type="button" className="small" onClick={() => void copy()}>
        {words.copy}
      </button>
      <button type="button" className="small" onClick={() => save(unfold, tableFile(unfold))}>
        {words.download}
      </button>
      <p role="status">
        {outcome === 'refused'
          ? words.refused
          : outcome && words.copied(outcome.rows) + (hasCuts ? gap + words.uncut : '')}
      </p>
    </div>
  )
}
