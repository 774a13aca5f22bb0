-- Every reference that was given out leads to the payment or the disbursement that carries it, and the other way round. A disbursement
-- that the bank returned carries a new one each time; the old ones still lead to it.
select y.proposal_id, y.id, y.reference, r.reference as leads
from payments y
full join payment_references r on r.reference = y.reference
where y.reference is not null and (r.reference is null or r.payment_id <> y.id or r.proposal_id <> y.proposal_id)
   or y.id is null
union all
select c.proposal_id, c.disbursement_id, c.reference, r.reference
from (
  select proposal_id, id as disbursement_id, reference from disbursements
  union all
  select proposal_id, disbursement_id, reference from disbursement_returns
) c
left join disbursement_references r on r.reference = c.reference
where r.reference is null or r.disbursement_id <> c.disbursement_id or r.proposal_id <> c.proposal_id
union all
select r.proposal_id, r.disbursement_id, null, r.reference
from disbursement_references r
left join disbursements d on d.proposal_id = r.proposal_id and d.id = r.disbursement_id
where d.id is null;
