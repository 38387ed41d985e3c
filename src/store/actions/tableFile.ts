/** The table of the run as a file: all of it, of the run itself, without what is cut. */
import { formatCsv } from '../../formats/csv'
import { toCsvRows } from '../table'
import type { Unfold } from '../unfold'
import { fileStem } from './fileStem'
import type { TextFile } from './files'

/** `rows`: without the names of the columns. */
export const tableFile = ({ store, derived }: Unfold): TextFile & { readonly rows: number } => {
  const { network } = store.getState().document
  const rows = toCsvRows(derived.traceOf(network), network)
  return {
    ...{ name: `${fileStem(network)}.csv`, type: 'text/csv' },
    ...{ text: formatCsv(rows), rows: rows.length - 1 },
  }
}
