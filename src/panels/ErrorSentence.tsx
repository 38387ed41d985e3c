/** ErrorSentence: what is wrong with what was asked for, in words that come with the first error. */
import type { ErrorFacts, ErrorKey, UnfoldError } from '../engine/error'
import { errorWords } from '../i18n/errors/errorWords'
import { useDictionary, useValue } from './useUnfold'

export const ErrorSentence = ({ error }: { readonly error: UnfoldError }) => {
  const { messages } = useDictionary()
  return messages.ended(
    sentenceOf(
      error,
      useValue(({ language }) => errorWords[language]),
    ),
  )
}

type Sentences = (typeof errorWords)['en']

const sentenceOf = <K extends ErrorKey>({ key, facts }: UnfoldError<K>, sentences: Sentences) =>
  (sentences[key] as (facts: ErrorFacts[K]) => string)(facts)
