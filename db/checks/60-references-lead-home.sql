-- Every reference that was given out leads to the payment that carries it, and the other way round.
select y.proposal_id, y.id as payment_id, y.reference, r.reference as leads
from payments y
full join payment_references r on r.reference = y.reference
where y.reference is not null and (r.reference is null or r.payment_id <> y.id or r.proposal_id <> y.proposal_id)
   or y.id is null;
