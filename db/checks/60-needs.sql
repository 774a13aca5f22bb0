-- A need's current count is its last one, and the counts before it are all there.
select 'counts' as rule, n.id as need_id, n.counts, count(c.n) as kept, max(c.n) as latest
from needs n
left join need_counts c on c.need_id = n.id
group by n.id, n.counts
having n.counts is distinct from max(c.n) or n.counts <> count(c.n);
