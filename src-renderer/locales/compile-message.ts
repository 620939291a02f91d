import type { MessageContext } from 'vue-i18n'
import { worded } from '../../src-main/common/wording'

/** A message's words. vue-i18n's own compiler knows more than the messages need, and the start would wait for it. */
export const compileMessage = (message: string) => ({ named }: MessageContext) => worded(message, named)
