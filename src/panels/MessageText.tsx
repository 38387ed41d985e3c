/** MessageText: what a message says. Most visits see none: it comes with the first. */
import { useState } from 'react'
import { historyWords } from '../i18n/history'
import { messageWords } from '../i18n/messages'
import { hasOneTarget, targetText } from '../store/document'
import { changeOf } from '../store/changeOf'
import { titleOf } from '../store/examples'
import type { Message, Moment, Travel } from '../store/store'
import { noTarget } from '../store/symbols'
import { ErrorSentence } from './ErrorSentence'
import { useChangeText } from './useChangeText'
import { useField, useGap, useNetwork, useUnfold, useWords } from './useUnfold'

export const MessageText = ({ message }: { readonly message: Message }) => {
  const gap = useGap()
  const language = useField('language')
  const messages = messageWords[language]
  const network = useNetwork()
  if (message.kind === 'error') return <ErrorSentence error={message.error} />
  if (message.kind === 'opened') {
    const { title, unknownKeys } = message
    // Whoever typed the text knows what the sign is for; who opens it may take it for a zero.
    const hasGaps = !hasOneTarget(network) && targetText(network).includes(noTarget)
    return (
      <p>
        {messages.opened(titleOf.get(network)?.(language) ?? title)}
        {hasGaps && gap + messages.gaps(noTarget)}
        {gap}
        {unknownKeys.length > 0 && messages.unknownKeys(unknownKeys)}
      </p>
    )
  }
  if (message.kind === 'undo' || message.kind === 'redo') return <Travelled way={message.kind} />
  return <p>{message.kind === 'saved' ? messages.saved(message.name) : messages.restored}</p>
}

/** What was undone or redone: that stays so, whatever is edited while it is read. */
const Travelled = ({ way }: { readonly way: Travel }) => {
  const { store } = useUnfold()
  const words = useWords(historyWords)
  const textOf = useChangeText()
  const [change] = useState(() => {
    const { pastStates, futureStates } = store.temporal.getState()
    const now = store.getState()
    return way === 'undo'
      ? changeOf(now, futureStates.at(-1) as Moment)
      : changeOf(pastStates.at(-1) as Moment, now)
  })
  return <p>{words.done[way](textOf(change, way))}</p>
}
