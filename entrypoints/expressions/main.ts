import { search } from '../../utils/platform/expressions.ts';
import { listenToQueries } from '../../utils/platform/query-page.ts';

listenToQueries(search);
