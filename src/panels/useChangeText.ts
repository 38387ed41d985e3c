/** What an edit has changed, in words: `reads “hello”`, or on the way there or back: `reads “hello” → “hell”`. */
import type { Activation, Feedback, PatternId } from '../engine/network'
import { feedbackWords } from '../i18n/feedback'
import { historyWords } from '../i18n/history'
import { type Change, aroundChange } from '../store/changeOf'
import type { Travel } from '../store/store'
import { storyOf } from '../store/unfold'
import { useDictionary, useField, useGap, useUnfold } from './useUnfold'

export const useChangeText = (): ((change: Change, way?: Travel) => string) => {
  const { top, patterns, functions, list } = useDictionary()
  const language = useField('language')
  const gap = useGap()
  const [words, feedback] = [historyWords[language], feedbackWords[language]]
  const { trace, names } = storyOf(useUnfold())
  const nameOf = (key: string) => {
    const node = trace.graph.byKey.get(key)
    return node ? names.reading({ node, isGradient: true }) : `∇${key}`
  }
  const edgesOf = (cuts: readonly string[]) =>
    list(
      cuts.map((cut) => {
        const [from, to] = cut.split(' ') as [string, string]
        return `${nameOf(to)} → ${nameOf(from)}`
      }),
    )
  return (change, way) => {
    const { subject } = change
    /** One text, or both with an arrow between them. */
    const said = (lead: string, write: (text: string) => string, { before, after } = change) => {
      const [from, to] = (way === 'undo' ? [after, before] : [before, after]).map(write)
      const text = way ? `${from!} → ${to!}` : write(after)
      // Quotation marks may bring their own space.
      const space = text.startsWith('“') ? gap : ' '
      return lead ? `${lead}${space}${text}` : text
    }
    const quote = (lead: string) => said(lead, (text) => `“${text}”`, aroundChange(change))
    switch (subject) {
      case 'cuts': {
        const [before, after] = [change.before, change.after].map((text) =>
          text.split(', ').filter(Boolean),
        ) as [string[], string[]]
        const cut = after.filter((one) => !before.includes(one))
        const restored = before.filter((one) => !after.includes(one))
        return cut.length > 0 ? words.cut(edgesOf(cut)) : words.restored(edgesOf(restored))
      }
      case 'opened':
        return words.opened(change.title?.(language) ?? change.after)
      case 'pattern':
        return said('', (id) => patterns.names[id as PatternId])
      case 'feedback':
        return said(feedback.feeds, (id) => feedback.feedbacks[id as Feedback])
      case 'hidden':
        return said(words.hidden, String)
      case 'activation':
        return said(words.activation, (id) => functions[id as Activation])
      case 'seed':
        return said(words.seed, String)
      case 'classes':
        return quote(words.classes)
      case 'reads':
        return quote(top.reads)
      case 'target':
        return quote(top.shouldSay)
      default:
        return words[subject]
    }
  }
}
