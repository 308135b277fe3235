import { type Answer } from './answer.ts';
import { type Dice } from './dice.ts';
export declare function throwGarbage(dice: Dice): {
    readonly answer: Answer;
    readonly dice: Dice;
};
