/**
 * An entry of its own, run before the shell: the engine looks once, when it loads, whether shadow is synthetic, and
 * chunks that several components share load before the code that imports them.
 */
import '@lwc/synthetic-shadow';
