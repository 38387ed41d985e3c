/** CSV: rows of fields → text as RFC 4180 has it; numbers are written so that they read back to the same bits. */

/** Null is an empty field. */
export type Field = string | number | null

/** A row that is shorter than the first is filled up with empty fields. */
export const formatCsv = (rows: readonly (readonly Field[])[]): string => {
  const width = rows[0]?.length ?? 0
  return rows
    .map((row) => `${row.map(toField).join(',')}${','.repeat(width - row.length)}\r\n`)
    .join('')
}

const toField = (field: Field): string => {
  if (field === null) return ''
  if (typeof field === 'number') return Object.is(field, -0) ? '-0' : String(field)
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
