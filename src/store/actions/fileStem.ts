/** FileStem: what a file is called that holds a network: by its title, else by what it reads and its pattern. */
import { type Network, type PatternId, patternOf } from '../../engine/network'
import { inputText } from '../document'

/** Like the titles of files, the same in every language. */
const patternNames: Readonly<Record<PatternId, string>> = {
  everyStep: 'every-step',
  fedBack: 'fed-back',
  atEnd: 'at-the-end',
}

/** What some systems take for a machine. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i

export const fileStem = (network: Network): string => {
  const { title, architecture } = network
  const called = cleaned(title ?? '', 40)
  if (called) return devices.test(called) ? `network-${called}` : called
  return `${cleaned(inputText(network), 24) || 'network'}-${patternNames[patternOf(architecture)]}`
}

/** Letters with their marks, digits of any script, and dashes between; nothing that a file system reads as something else. */
const cleaned = (text: string, most: number): string => {
  const words = text.normalize('NFKC').match(/(?:[\p{L}\p{N}]\p{M}*)+/gu) ?? []
  return Array.from(words.join('-')).slice(0, most).join('').replace(/-$/, '')
}
