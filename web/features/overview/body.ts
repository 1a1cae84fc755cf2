import { type AnswerOf } from '../../api/addresses';

export type Body = AnswerOf<'/api/overview'>;
