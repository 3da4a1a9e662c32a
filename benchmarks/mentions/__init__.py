"""Which mentions are of one event, over all articles that tell of it: two marks are weighed by their signs, and grouped by average link.

topics      which articles tell of one incident
spots       where in a sentence a mention stands
families    the kind of happening that its words name
people      who it befell: names, traits, number; and what a topic's articles say of the people they name
befallen    which phrases of the sentence say whom it befell
aside       whether a sentence tells of something else than its article does
mention     the noun, and how it is made
signs       what speaks for and against two mentions being of one event
weighing    logistic regression over signs, by numpy and scipy alone
linking     groups of mentions: fitted, cross-validated, predicted
told        the scores, printed
"""
