/** Simplified Chinese sentences of errors; they come with the first error. */
import type { ErrorFacts, ErrorKey, Expected, Found } from '../../engine/error'

const count = (n: number) => new Intl.NumberFormat('zh-CN').format(n)

const expected = (what: Expected): string => {
  switch (what.kind) {
    case 'matrix':
      return `${what.rows} 行，每行 ${what.columns} 个数`
    case 'vector':
      return `${what.length} 个数`
    case 'list':
      return what.length === null ? '至少含一项的列表' : `含 ${what.length} 项的列表`
    case 'texts':
      return `${what.length} 段文本`
    case 'integer':
      return what.max === null
        ? `不小于 ${what.min} 的整数`
        : `${what.min} 到 ${what.max} 之间的整数`
    case 'class':
      return `0 到 ${what.size - 1} 之间的类别编号${
        what.or === 'vector' ? '或一个数的列表' : what.or === 'none' ? '或 null（无目标）' : ''
      }`
    case 'oneOf':
      return what.values.map((value) => `"${value}"`).join(' 或 ') || '空（不该有这个键）'
    case 'object':
      return '一个对象'
    case 'number':
      return '一个数'
    case 'text':
      return '一段文本'
    case 'distinct':
      return '互不相同的文本'
  }
}

/** Between Chinese and what is not stands a space. */
const apart = (text: string): string => (/^[!-~]/.test(text) ? ` ${text}` : text)

const found = (what: Found): string => {
  switch (what.kind) {
    case 'nothing':
      return '但文件中没有'
    case 'value':
      return `实际为 ${what.text}`
    case 'length':
      return `实际有 ${what.length} 个`
    case 'row':
      return `第 ${what.row} 行有 ${what.length} 个`
    case 'notFinite':
      return `${what.at} 处的数不是有限数`
  }
}

export const errors: { readonly [K in ErrorKey]: (facts: ErrorFacts[K]) => string } = {
  'operation.shape': ({ operation, found: shapes }) => `${operation}：形状 ${shapes} 不匹配`,
  'run.tooLarge': ({ numbers, limit }) =>
    `这个网络在这个序列上要保存 ${count(numbers)} 个数；最多 ${count(limit)} 个`,
  'file.notJson': ({ at }) =>
    `该文件不是 JSON，而 Unfold 的网络和轨迹都是 JSON${at ? `：从第 ${at.line} 行第 ${at.column} 个字符起无法读取` : ''}。`,
  'file.tooLarge': ({ megabytes, limit }) =>
    `该文件有 ${megabytes} MB；最多只能打开 ${limit} MB 的文件`,
  'file.wrongFormat': ({ expected: wanted, found: given }) =>
    `format：应为 "${wanted}"，实际为 ${given}`,
  'file.newerVersion': ({ expected: wanted, found: given }) =>
    `version：最高为 ${wanted}，实际为 ${given}；该文件由更新版本的 Unfold 写出`,
  'file.key': ({ path, expected: wanted, found: given }) =>
    `${path}：应为${apart(expected(wanted))}，${found(given)}`,
  'file.unreadable': ({ detail }) => `无法读取该文件：${detail}`,
}
