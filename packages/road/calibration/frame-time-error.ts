/** Standard error of the moment that a frame is told to be of, in seconds. */
export const FRAME_TIME_ERROR = 0.004;
