/** Notifications by e-mail. */
export { type MailSettings, mailSettings } from './mail-settings.ts';
export { type NotifyOptions, type NotifyReport, runNotify } from './run-notify.ts';
