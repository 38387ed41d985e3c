/** A reader of CSV, as RFC 4180 has it: rows of texts. */
export const readCsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let field = ''
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (at >= text.length) throw new Error('a quotation mark is not closed')
        if (text[at] === '"') at++
        field += text[at]
      }
      at++
    } else while (at < text.length && !/[,"\r\n]/.test(text[at]!)) field += text[at++]
    row.push(field)
    if (text[at] === ',') {
      at++
      continue
    }
    if (!text.startsWith('\r\n', at)) throw new Error(`a field ends with ${text[at]} at ${at}`)
    at += 2
    rows.push(row)
    row = []
  }
  return rows
}
