/** The background worker: registers handlers, computes nothing. */
import { defineBackground } from 'wxt/utils/define-background';

export default defineBackground(() => {});
