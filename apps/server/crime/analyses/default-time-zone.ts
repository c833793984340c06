/** Where no file says otherwise. */
export const DEFAULT_TIME_ZONE = 'Asia/Karachi';
