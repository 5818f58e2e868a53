-- In which parts of a request a secret of the carrier was sent.
ALTER TABLE requests ADD COLUMN secrets TEXT NOT NULL DEFAULT '[]';
