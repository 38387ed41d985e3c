/** ErrorSentence: what is wrong with what was asked for, and that nothing else has changed, in words that come with the first error. */
import type { ErrorFacts, ErrorKey, UnfoldError } from '../engine/error'
import { aroundWords } from '../i18n/errors/aroundWords'
import { errorWords } from '../i18n/errors/errorWords'
import { useGap, useValue } from './useUnfold'

export const ErrorSentence = ({ error }: { readonly error: UnfoldError }) => {
  const language = useValue((state) => state.language)
  const gap = useGap()
  const { ended, fileKept } = aroundWords[language]
  return (
    <p>
      <strong>{ended(sentenceOf(error, errorWords[language]))}</strong>
      {gap}
      {fileKept}
    </p>
  )
}

type Sentences = (typeof errorWords)['en']

const sentenceOf = <K extends ErrorKey>({ key, facts }: UnfoldError<K>, sentences: Sentences) =>
  (sentences[key] as (facts: ErrorFacts[K]) => string)(facts)
