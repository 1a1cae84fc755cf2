import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../style/tokens.css';
import '../style/base.css';
import '../style/print.css';
import { toProblem } from '../api/problem';
import { Gate } from './Gate';

const MAX_TRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A question may be asked again when no answer came; one that was refused stays refused.
      retry: (tries, error) => tries < MAX_TRIES && toProblem(error).isUnanswered,
      refetchOnWindowFocus: true,
    },
  },
});

const place = document.getElementById('console');
if (place === null) throw new Error('The page has no place for the console.');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Gate />
    </QueryClientProvider>
  </StrictMode>,
);
