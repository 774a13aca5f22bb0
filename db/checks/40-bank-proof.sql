-- The books equal the bank to the rupiah, once timing is explained.
select * from bank_proof where difference <> 0;
