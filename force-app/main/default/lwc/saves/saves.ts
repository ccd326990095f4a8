export { attempt, toastError } from './attempt';
export type { ToastPage } from './attempt';
export { createSaveQueue } from './saveQueue';
export type { SaveQueue } from './saveQueue';
